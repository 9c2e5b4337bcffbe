// Lets the app send telemetry. Runs in the resource group of the Application Insights.

import { roleIds } from 'types.bicep'

param insightsName string

@description('Principal id of the app\'s identity.')
param appPrincipalId string

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource writer 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, appPrincipalId, roleIds.monitoringMetricsPublisher)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.monitoringMetricsPublisher)
  }
}

output connectionString string = insights.properties.ConnectionString
