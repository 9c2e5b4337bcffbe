// The Event Grid topic of a hub that has none, with an identity of its own. Runs in the hub's resource group.

param hubName string
param location string
param topicName string
param tags object

resource hub 'Microsoft.Devices/IotHubs@2023-06-30' existing = {
  name: hubName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: topicName
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    source: hub.id
    topicType: 'Microsoft.Devices.IoTHubs'
  }
}

output principalId string = topic.identity.principalId
