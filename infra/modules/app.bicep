// The Function App: Flex Consumption, Linux, Java 17, one user-assigned identity, no keys. Its app settings are all here: a
// deployment of this template replaces them, so a setting made by hand does not last.

param name string
param location string
param tags object

@description('Resource id of the app\'s identity.')
param identityId string

@description('Client id of the app\'s identity.')
param identityClientId string

param storageAccountName string
param blobEndpoint string
param queueEndpoint string
param tableEndpoint string
param insightsConnectionString string
param vaultUri string

@allowed([512, 2048, 4096])
param instanceMemoryMB int

@minValue(40)
@maxValue(1000)
param maximumInstances int

param settingsLocation string
param sweepLogsSchedule string
param sweepEventsSchedule string
param noticesQueue string
param secretSettings string[]
param privateWebhooks bool

var hostSettings = {
  AzureWebJobsStorage__accountName: storageAccountName
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsStorage__credential: 'managedidentity'
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
}

var storageSettings = {
  HubTriageStorage__blobServiceUri: blobEndpoint
  HubTriageStorage__clientId: identityClientId
  HubTriageStorage__credential: 'managedidentity'
  HubTriageStorage__queueServiceUri: queueEndpoint
  HubTriageStorage__tableServiceUri: tableEndpoint
}

var ownSettings = {
  AZURE_CLIENT_ID: identityClientId
  HUBTRIAGE_SETTINGS: settingsLocation
  NOTICES_QUEUE: noticesQueue
  SWEEP_EVENTS_SCHEDULE: sweepEventsSchedule
  SWEEP_LOGS_SCHEDULE: sweepLogsSchedule
}

// Absent, not empty, where private webhooks are refused.
var reachSettings = privateWebhooks ? {
  HUBTRIAGE_PRIVATE_WEBHOOKS: 'allowed'
} : {}

// No version in the reference: a new version of a secret is taken up within a day, or at a restart.
var secrets = toObject(
  secretSettings,
  setting => setting,
  setting => '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${replace(setting, '_', '-')})'
)

var appSettings = union(hostSettings, storageSettings, ownSettings, reachSettings, secrets)

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${blobEndpoint}deployments'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'java'
        version: '17'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstances
      }
    }
    siteConfig: {
      appSettings: map(items(appSettings), setting => {
        name: setting.key
        value: setting.value
      })
      http20Enabled: true
      minTlsVersion: '1.2'
    }
  }
}

// Deployments sign in; user names and passwords do not work.
resource ftp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource scm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

output id string = app.id
output hostName string = app.properties.defaultHostName
