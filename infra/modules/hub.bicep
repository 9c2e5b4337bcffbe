// What an existing hub needs: its connection log in the workspace, and the app allowed to read its metrics.
// Runs in the hub's resource group.

import { roleIds } from 'types.bicep'

param hubName string
param workspaceResourceId string

@allowed(['add', 'none'])
param diagnosticSetting string

@description('Principal id of the app\'s identity.')
param appPrincipalId string

resource hub 'Microsoft.Devices/IotHubs@2023-06-30' existing = {
  name: hubName
}

// IoT Hub writes to AzureDiagnostics only, so there is no destination type to choose.
resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (diagnosticSetting == 'add') {
  scope: hub
  name: 'hubtriage'
  properties: {
    workspaceId: workspaceResourceId
    logs: [
      {
        category: 'Connections'
        enabled: true
      }
    ]
  }
}

resource metrics 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: hub
  name: guid(hub.id, appPrincipalId, roleIds.monitoringReader)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.monitoringReader)
  }
}
