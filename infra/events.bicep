// Connection events: a topic per hub, allowed to write its dead letters, and a subscription to the function. The second of two
// templates, because the function must exist first. infra/deploy.sh passes what main.bicep put out.

import { Hub } from 'modules/types.bicep'

param hubs Hub[]
param tags object

@description('Resource id of the Function App.')
param functionAppId string

param storageAccountName string

@description('Action groups that hear when an event could not be delivered.')
param listeners string[]

var topicNames = map(hubs, hub => hub.?systemTopicName ?? take('${last(split(hub.resourceId, '/'))}-hubtriage', 50))

module newTopics 'modules/hub-topic.bicep' = [
  for (hub, i) in hubs: if (empty(hub.?systemTopicName)) {
    name: 'hubtriage-topic-${uniqueString(hub.resourceId)}'
    scope: resourceGroup(split(hub.resourceId, '/')[2], split(hub.resourceId, '/')[4])
    params: {
      hubName: last(split(hub.resourceId, '/'))
      location: hub.location
      topicName: topicNames[i]
      tags: tags
    }
  }
]

module existingTopics 'modules/existing-topic.bicep' = [
  for (hub, i) in hubs: if (!empty(hub.?systemTopicName)) {
    name: 'hubtriage-existing-topic-${uniqueString(hub.resourceId)}'
    scope: resourceGroup(split(hub.resourceId, '/')[2], split(hub.resourceId, '/')[4])
    params: {
      topicName: topicNames[i]
    }
  }
]

module writers 'modules/dead-letter-writer.bicep' = [
  for (hub, i) in hubs: {
    name: 'hubtriage-dead-letters-${uniqueString(hub.resourceId)}'
    params: {
      storageAccountName: storageAccountName
      topicPrincipalId: empty(hub.?systemTopicName)
        ? newTopics[i].outputs.principalId
        : existingTopics[i].outputs.principalId
    }
  }
]

module subscriptions 'modules/hub-subscription.bicep' = [
  for (hub, i) in hubs: {
    name: 'hubtriage-events-${uniqueString(hub.resourceId)}'
    scope: resourceGroup(split(hub.resourceId, '/')[2], split(hub.resourceId, '/')[4])
    params: {
      topicName: topicNames[i]
      functionAppId: functionAppId
      storageAccountId: resourceId('Microsoft.Storage/storageAccounts', storageAccountName)
      tags: tags
      listeners: listeners
    }
    dependsOn: [writers]
  }
]
