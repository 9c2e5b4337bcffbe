// HubTriage in one resource group, beside hubs and workspaces that may be elsewhere. Deploy it with infra/deploy.sh, which also
// deploys the code and then the connection events (events.bicep). Parameters: infra/hubtriage.sample.bicepparam.

import { Hub } from 'modules/types.bicep'

@description('Begins the name of everything that is made. Letters, digits and hyphens, a letter first.')
@minLength(2)
@maxLength(12)
param name string = 'hubtriage'

@description('Region of the app; one with Flex Consumption (az functionapp list-flexconsumption-locations).')
param location string = resourceGroup().location

@description('Tags on everything that is made.')
param tags object = {}

@description('Name of the Function App, and so of its address. Empty: the name and a hash of the resource group.')
param functionAppName string = ''

@description('The hubs to watch. At least one.')
@minLength(1)
param hubs Hub[]

@description('Log Analytics workspace of the hubs\' connection log and of Application Insights. Empty: a new one.')
param workspaceResourceId string = ''

@description('Application Insights to write to. Empty: a new one.')
param insightsResourceId string = ''

@description('Have connection events sent to the function: the first alert comes within minutes, before the log. Above 100,000 devices, see its price in docs/operations.md first.')
param receiveEvents bool = true

@description('Memory of an instance. 2048 is the smallest size with a whole core: on 512, a quarter of a core, a cold start of Java takes four times its processor time.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Most instances at once. Sweeps and deliveries need one each; the rest is for storms of events.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

@description('Where the settings are: hubtriage.json, packaged with the app, or blob:CONTAINER/NAME in this deployment\'s storage account.')
param settingsLocation string = 'hubtriage.json'

@description('When to look at the connection log: NCRONTAB in UTC. Must agree with sweeps.logEvery in hubtriage.json.')
param sweepLogsSchedule string = '0 */5 * * * *'

@description('When to look at the connection events: NCRONTAB in UTC. Must agree with sweeps.eventsEvery in hubtriage.json.')
param sweepEventsSchedule string = '0 * * * * *'

@description('The secrets hubtriage.json names, by the names there. Each is a secret in the vault, with - for _.')
param secretSettings string[] = []

@description('Let webhooks point into the private network. Off: public https addresses only.')
param privateWebhooks bool = false

@description('Days that events which could not be read or delivered are kept.')
param keepUnreadableDays int = 30

@description('Who hears when HubTriage itself fails. Without anybody here or in watchActionGroupIds, nobody does.')
param watchEmails string[] = []

@description('Existing action groups that hear when HubTriage itself fails.')
param watchActionGroupIds string[] = []

var token = uniqueString(resourceGroup().id, name)
var appName = empty(functionAppName) ? '${name}-${token}' : functionAppName
var noticesQueue = 'notices'
var newWorkspaceName = empty(workspaceResourceId) ? '${name}-${token}' : ''
var workspaceId = empty(workspaceResourceId)
  ? resourceId('Microsoft.OperationalInsights/workspaces', '${name}-${token}')
  : workspaceResourceId
var insightsId = empty(insightsResourceId)
  ? resourceId('Microsoft.Insights/components', '${name}-${token}')
  : insightsResourceId
var logWorkspaces = union(map(hubs, hub => hub.?workspaceResourceId ?? workspaceId), [])

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-${token}'
  location: location
  tags: tags
}

module storage 'modules/storage.bicep' = {
  name: 'hubtriage-storage'
  params: {
    name: take('${toLower(replace(name, '-', ''))}${token}', 24)
    location: location
    tags: tags
    noticesQueue: noticesQueue
    keepUnreadableDays: keepUnreadableDays
    appPrincipalId: identity.properties.principalId
  }
}

module telemetry 'modules/telemetry.bicep' = {
  name: 'hubtriage-telemetry'
  params: {
    name: '${name}-${token}'
    location: location
    tags: tags
    newWorkspaceName: newWorkspaceName
    workspaceResourceId: workspaceId
    newInsights: empty(insightsResourceId)
  }
}

module telemetryWriter 'modules/telemetry-writer.bicep' = {
  name: 'hubtriage-telemetry-writer'
  scope: resourceGroup(split(insightsId, '/')[2], split(insightsId, '/')[4])
  params: {
    insightsName: last(split(insightsId, '/'))
    appPrincipalId: identity.properties.principalId
  }
  dependsOn: [telemetry]
}

module vault 'modules/vault.bicep' = {
  name: 'hubtriage-vault'
  params: {
    name: take('${name}-${token}', 24)
    location: location
    tags: tags
    appPrincipalId: identity.properties.principalId
  }
}

module logReaders 'modules/log-reader.bicep' = [
  for workspace in logWorkspaces: {
    name: 'hubtriage-log-reader-${uniqueString(workspace)}'
    scope: resourceGroup(split(workspace, '/')[2], split(workspace, '/')[4])
    params: {
      workspaceName: last(split(workspace, '/'))
      appPrincipalId: identity.properties.principalId
    }
    dependsOn: [telemetry]
  }
]

module watchedHubs 'modules/hub.bicep' = [
  for hub in hubs: {
    name: 'hubtriage-hub-${uniqueString(hub.resourceId)}'
    scope: resourceGroup(split(hub.resourceId, '/')[2], split(hub.resourceId, '/')[4])
    params: {
      hubName: last(split(hub.resourceId, '/'))
      workspaceResourceId: hub.?workspaceResourceId ?? workspaceId
      diagnosticSetting: hub.diagnosticSetting
      appPrincipalId: identity.properties.principalId
    }
    dependsOn: [telemetry]
  }
]

module app 'modules/app.bicep' = {
  name: 'hubtriage-app'
  params: {
    name: appName
    location: location
    tags: tags
    identityId: identity.id
    identityClientId: identity.properties.clientId
    storageAccountName: storage.outputs.name
    blobEndpoint: storage.outputs.blobEndpoint
    queueEndpoint: storage.outputs.queueEndpoint
    tableEndpoint: storage.outputs.tableEndpoint
    insightsConnectionString: telemetryWriter.outputs.connectionString
    vaultUri: vault.outputs.uri
    instanceMemoryMB: instanceMemoryMB
    maximumInstances: maximumInstances
    settingsLocation: settingsLocation
    sweepLogsSchedule: sweepLogsSchedule
    sweepEventsSchedule: sweepEventsSchedule
    noticesQueue: noticesQueue
    secretSettings: secretSettings
    privateWebhooks: privateWebhooks
  }
}

module watch 'modules/watch.bicep' = {
  name: 'hubtriage-watch'
  params: {
    name: name
    location: location
    tags: tags
    insightsId: insightsId
    emails: watchEmails
    actionGroupIds: watchActionGroupIds
  }
  dependsOn: [telemetry]
}

module workbook 'modules/workbook.bicep' = {
  name: 'hubtriage-workbook'
  params: {
    location: location
    tags: tags
    insightsId: insightsId
    workspaceResourceId: workspaceId
  }
  dependsOn: [telemetry]
}

// What infra/deploy.sh needs for the next steps.
output functionAppName string = appName
output functionAppHost string = app.outputs.hostName
output vaultName string = vault.outputs.name
output storageAccountName string = storage.outputs.name
output receiveEvents bool = receiveEvents
output settingsLocation string = settingsLocation

@description('The parameters of events.bicep, in the form of a parameters file.')
output eventsParameters object = {
  hubs: { value: hubs }
  tags: { value: tags }
  functionAppId: { value: app.outputs.id }
  storageAccountName: { value: storage.outputs.name }
  listeners: { value: watch.outputs.listeners }
}

@description('For hubtriage.json: workspaceResourceId and workspaceId of each workspace with a connection log.')
output workspaces array = [
  for (workspace, i) in logWorkspaces: {
    workspaceResourceId: workspace
    workspaceId: logReaders[i].outputs.customerId
  }
]
