// The page that shows how HubTriage is doing.

param location string
param tags object
param insightsId string

@description('Workspace with the hubs\' connection log.')
param workspaceResourceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'hubtriage')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'HubTriage'
    category: 'workbook'
    sourceId: insightsId
    version: '1.0'
    serializedData: replace(
      replace(loadTextContent('../workbook.json'), '{insights}', insightsId),
      '{workspace}',
      workspaceResourceId
    )
  }
}

output id string = workbook.id
