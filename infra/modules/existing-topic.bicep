// The identity of a topic the hub has already. The topic is left as it is: to deploy it again would take away tags and identities
// that others gave it. Its system-assigned identity must be switched on. Runs in the hub's resource group.

param topicName string

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

output principalId string = topic.identity.principalId
