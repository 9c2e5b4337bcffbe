// A workspace and Application Insights, each only where none is given.

param name string
param location string
param tags object

@description('Workspace to make. Empty: none, there is one.')
param newWorkspaceName string

@description('Workspace that Application Insights writes to.')
param workspaceResourceId string

@description('Make an Application Insights, too.')
param newInsights bool

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = if (!empty(newWorkspaceName)) {
  name: empty(newWorkspaceName) ? 'none' : newWorkspaceName
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 30
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = if (newInsights) {
  name: name
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    // Telemetry is sent with the app's identity; the key in the connection string alone lets nobody in.
    DisableLocalAuth: true
    WorkspaceResourceId: workspaceResourceId
  }
  dependsOn: [workspace]
}
