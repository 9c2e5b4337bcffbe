// Copy to hubtriage.bicepparam, correct, then: infra/deploy.sh --resource-group NAME --location REGION
// What is not here has a default; infra/main.bicep describes every parameter.
using 'main.bicep'

// Begins the name of everything that is made.
param name = 'hubtriage'

param tags = {
  application: 'hubtriage'
  owner: 'iot-operations'
}

// The hubs to watch, wherever they are in your tenant. hubtriage.json names the same ones.
//   az iot hub list --query "[].{id: id, location: location}" --output table
param hubs = [
  {
    resourceId: '/subscriptions/6f1c3a52-0d2e-4c39-9d2b-3f5f8f1f6a01/resourceGroups/iot/providers/Microsoft.Devices/IotHubs/plant-berlin'
    location: 'germanywestcentral'
    // 'none' if a diagnostic setting of the hub sends Connections to the workspace already.
    diagnosticSetting: 'add'
  }
  {
    resourceId: '/subscriptions/6f1c3a52-0d2e-4c39-9d2b-3f5f8f1f6a01/resourceGroups/iot/providers/Microsoft.Devices/IotHubs/plant-osaka'
    location: 'japanwest'
    diagnosticSetting: 'none'
    // A hub has one Event Grid system topic at most. If there is one, name it here and switch on its system-assigned identity
    // (portal: the topic > Identity). It must be in the resource group of the hub.
    systemTopicName: 'plant-osaka-events'
  }
]

// The workspace of the connection log. Leave out for a new one.
param workspaceResourceId = '/subscriptions/6f1c3a52-0d2e-4c39-9d2b-3f5f8f1f6a01/resourceGroups/iot/providers/Microsoft.OperationalInsights/workspaces/iot-logs'

// Every ...Setting in hubtriage.json. Put the values into the vault, never here: see docs/deploy.md.
param secretSettings = [
  'TEAMS_OPS_URL'
  'TEAMS_OSAKA_URL'
  'SMTP_USER'
  'SMTP_PASSWORD'
  'ITSM_URL'
  'ITSM_HMAC_KEY'
]

// false: no connection events, so first alerts come with the log, 5 to 20 minutes later.
param receiveEvents = true

// Who hears when HubTriage itself is silent.
param watchEmails = ['iot-operations@example.com']
