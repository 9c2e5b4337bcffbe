// Sends a hub's connection events to the function. The function must exist: Event Grid looks. Runs in the hub's resource group.

param topicName string

@description('Resource id of the Function App.')
param functionAppId string

@description('Resource id of the account with the container deadletter.')
param storageAccountId string

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
