// Shapes and constants that several templates share.

@export()
@description('An IoT Hub to watch. It exists already, in this subscription or another one of the same tenant.')
type Hub = {
  @description('Resource id of the hub, from /subscriptions/ on.')
  resourceId: string
  @description('Region of the hub: an Event Grid system topic must be in the region of its source.')
  location: string
  @description('Workspace that gets the hub\'s connection log. Left out: the main workspace of this deployment.')
  workspaceResourceId: string?
  @description('\'add\': add a diagnostic setting that sends Connections to the workspace. \'none\': one that does so is there already.')
  diagnosticSetting: 'add' | 'none'
  @description('Name of the system topic the hub has already: it can have one only. It is used as it is, and its system-assigned identity must be on. Left out: HUB-hubtriage is made.')
  systemTopicName: string?
}

@export()
@description('The built-in roles this deployment assigns, all of them. What each is for: docs/deploy.md.')
var roleIds = {
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  logAnalyticsReader: '73c42c96-874c-492b-b04d-ab87d138a893'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  monitoringReader: '43d0d8ad-25c7-4714-9337-8ba259a9fe05'
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}
