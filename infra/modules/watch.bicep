// Who watches the watchman: alerts on HubTriage itself. They go their own way, never through HubTriage.

param name string
param location string
param tags object

param insightsId string

@description('Addresses that hear of it.')
param emails string[]

@description('Existing action groups that hear of it, too.')
param actionGroupIds string[]

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(emails)) {
  name: '${name}-watch'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'HubTriage'
    emailReceivers: [
      for (email, i) in emails: {
        name: 'mail-${i}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

var ownGroup = resourceId('Microsoft.Insights/actionGroups', '${name}-watch')
var listeners = empty(emails) ? actionGroupIds : concat(actionGroupIds, [ownGroup])

var rules = [
  {
    name: 'sweep-missing'
    title: 'HubTriage has not looked at its hubs for 30 minutes'
    text: 'No SweepLogs run succeeded. HubTriage sees nothing and tells nothing until that is mended. Ask Status what is wrong; see docs/operations.md.'
    severity: 1
    query: 'requests | where name == "SweepLogs" and tobool(success) | summarize runs = count()'
    window: 'PT30M'
    operator: 'LessThan'
    threshold: 1
  }
  {
    name: 'notice-undelivered'
    title: 'HubTriage could not deliver a notice'
    text: 'A message reached the poison queue: a notice failed every attempt and went to the fallback channel. Ask Status which; see docs/operations.md.'
    severity: 2
    query: 'requests | where name == "DeliverPoison" | summarize runs = count()'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
  }
]

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: '${name}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.title
      description: rule.text
      severity: rule.severity
      enabled: true
      scopes: [insightsId]
      evaluationFrequency: 'PT5M'
      windowSize: rule.window
      autoMitigate: true
      criteria: {
        allOf: [
          {
            // The query always answers with one row, so silence is a number and not an absence.
            query: rule.query
            metricMeasureColumn: 'runs'
            timeAggregation: 'Total'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: listeners
      }
    }
    dependsOn: [group]
  }
]

output listeners string[] = listeners
