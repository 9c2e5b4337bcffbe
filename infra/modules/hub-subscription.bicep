// Sends a hub's connection events to the function, and tells when some could not be delivered. The function must exist: Event
// Grid looks. Runs in the hub's resource group.

param topicName string

@description('Resource id of the Function App.')
param functionAppId string

@description('Resource id of the account with the container deadletter.')
param storageAccountId string

param tags object

@description('Action groups that hear when an event could not be delivered.')
param listeners string[]

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource subscription 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'hubtriage'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: [
        'Microsoft.Devices.DeviceConnected'
        'Microsoft.Devices.DeviceDisconnected'
      ]
    }
    destination: {
      endpointType: 'AzureFunction'
      properties: {
        resourceId: '${functionAppId}/functions/ReceiveConnectionEvents'
        // Fewer requests in a storm. No event waits for its batch, and a batch that is sent again is journalled once.
        maxEventsPerBatch: 50
        preferredBatchSizeInKilobytes: 64
      }
    }
    retryPolicy: {
      // The journal takes no event for a day that has been dropped; a day is also the most that Event Grid offers.
      eventTimeToLiveInMinutes: 1440
      maxDeliveryAttempts: 30
    }
    deadLetterWithResourceIdentity: {
      identity: {
        type: 'SystemAssigned'
      }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: storageAccountId
          blobContainerName: 'deadletter'
        }
      }
    }
  }
}

resource undelivered 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${topicName}-undelivered'
  location: 'global'
  tags: tags
  properties: {
    description: 'Event Grid gave up on events of this topic; connection events of HubTriage are in its container deadletter. See docs/operations.md.'
    severity: 2
    enabled: true
    scopes: [topic.id]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead letters'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [
      for listener in listeners: {
        actionGroupId: listener
      }
    ]
  }
}
