#!/bin/sh
# Deploys HubTriage: resources, then code, then connection events, which need the function to exist. Each step may be repeated:
# run it again after an error, for a new version, for a changed parameter.
set -eu

here=$(cd -- "$(dirname -- "$0")" && pwd)
root=$(dirname -- "$here")
staged=$root/functions/target/azure-functions/hubtriage

usage() {
  cat <<'END'
infra/deploy.sh --resource-group NAME --location REGION [options]

  --parameters FILE     default infra/hubtriage.bicepparam; start from hubtriage.sample.bicepparam
  --subscription ID     default: the one `az account show` tells
  --what-if             show what would change in the resources, and change nothing
  --resources-only      stop before the code, as when hubtriage.json waits for the id of a new workspace
  --code zip|maven      how the code gets there (default zip); docs/deploy.md says how they differ
  --skip-build          deploy what the last `mvn package` staged
END
}

die() {
  printf 'deploy: %s\n' "$*" >&2
  exit 1
}

bad_usage() {
  printf 'deploy: %s\n\n' "$*" >&2
  usage >&2
  exit 2
}

# The subscription goes with every call: az account set would change what other terminals work on.
azure() {
  if [ -n "$subscription" ]; then
    az "$@" --subscription "$subscription"
  else
    az "$@"
  fi
}

step() {
  printf '\n== %s\n' "$*"
}

group='' location='' parameters=$here/hubtriage.bicepparam subscription='' mode=all code=zip build=yes
while [ $# -gt 0 ]; do
  case $1 in
    --resource-group | --location | --parameters | --subscription | --code)
      [ $# -ge 2 ] || bad_usage "$1 needs a value"
      case $1 in
        --resource-group) group=$2 ;;
        --location) location=$2 ;;
        --parameters) parameters=$2 ;;
        --subscription) subscription=$2 ;;
        --code) code=$2 ;;
      esac
      shift 2
      ;;
    --what-if) mode=what-if && shift ;;
    --resources-only) mode=resources && shift ;;
    --skip-build) build=no && shift ;;
    -h | --help) usage && exit 0 ;;
    *) bad_usage "unknown option $1" ;;
  esac
done
[ -n "$group" ] || bad_usage '--resource-group is missing'
[ -n "$location" ] || bad_usage '--location is missing'
case $code in zip | maven) ;; *) bad_usage "--code is zip or maven, not $code" ;; esac
[ -f "$parameters" ] ||
  die "there is no $parameters; copy $here/hubtriage.sample.bicepparam there and correct it"

if [ -n "${JAVA_HOME:-}" ]; then jar=$JAVA_HOME/bin/jar; else jar=jar; fi
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
trap 'exit 130' INT TERM

# What Azure says, on the terminal and kept, and what to do about the errors people really meet.
attempt() {
  what=$1
  shift
  if "$@" >"$work/out" 2>"$work/err"; then
    return 0
  fi
  cat "$work/out" "$work/err" >&2
  advise "$what"
}

advise() {
  if said 'is misspelled or not recognized|not in the .* command group|unrecognized arguments'; then
    die "$1 failed: this Azure CLI is too old; it must be 2.60 or newer: az upgrade"
  elif said 'az login|AADSTS|not logged in'; then
    die "$1 failed: the sign-in has expired; run: az login"
  # Before what you may not do: these are about identities that were made a minute ago, and speak of permissions, too.
  elif said 'InaccessibleStorage|BlobUploadFailed|Failed to access storage account|Storage responded with Forbidden'; then
    die "$1 failed: the roles on the new storage account have not arrived yet; wait five minutes and run this again"
  elif said 'egmsivalidation|Managed Identity Authorization Error|Managed [Ii]dentity.* does not have permission'; then
    die "$1 failed: the role of the topic's identity has not arrived yet; wait five minutes and run this again"
  elif said 'AuthorizationFailed|LinkedAuthorizationFailed|does not have (permission|authorization)|Forbidden'; then
    die "$1 failed: you may not do that. You need Reader on the subscription, and Owner, or Contributor and Role Based Access Control" \
      "Administrator, on the resource group $group and on those of the hubs and workspaces; to make the group, Contributor on the" \
      "subscription. The message above names the action and the scope"
  elif said 'already exists and is soft.deleted|in deleted state|deleted state'; then
    die "$1 failed: a vault of that name was deleted and is still kept; recover it (az keyvault recover) or change the parameter name"
  elif said 'AlreadyTaken|VaultAlreadyExists|[Ww]ebsite with given name|WebsiteNameNotAvailable|name.* not available'; then
    die "$1 failed: a name is taken by somebody else in Azure; set the parameter functionAppName, or change name"
  elif said 'RoleAssignmentExists'; then
    die "$1 failed: somebody has given one of the roles by hand already; take that away (az role assignment list --all --assignee with" \
      "the app's identity shows it, az role assignment delete removes it): the templates give it again"
  elif said "property '(identity|principalId)' doesn't exist"; then
    die "$1 failed: the topic you named as systemTopicName has no system-assigned identity; switch it on (portal: the topic > Identity)"
  elif said 'Only one system topic is allowed per source'; then
    die "$1 failed: the hub has an Event Grid system topic already; find its name with az eventgrid system-topic list and set it as" \
      "systemTopicName of the hub"
  elif said 'diagnostic setting.*(same|conflict)|Conflict.*[Dd]iagnostic|is already used in diagnostic setting'; then
    die "$1 failed: the hub sends Connections to that workspace already; set diagnosticSetting to 'none' for it"
  elif said 'MissingSubscriptionRegistration|not registered to use namespace'; then
    die "$1 failed: the subscription has not switched a service on; run az provider register --namespace with the namespace named above"
  fi
  die "$1 failed; what Azure said is above. It is safe to run this again"
}

said() {
  grep -Eq -- "$1" "$work/err" "$work/out"
}

check_tools() {
  command -v az >/dev/null 2>&1 || die 'the Azure CLI (az) is not installed: https://learn.microsoft.com/cli/azure/install-azure-cli'
  if [ "$mode" = all ]; then
    command -v mvn >/dev/null 2>&1 || die 'Maven (mvn) is not installed; it builds the app'
    command -v "$jar" >/dev/null 2>&1 || die "the tool $jar of a JDK is not there; it packs the app. Set JAVA_HOME to a JDK 17 or newer"
  fi
  az account show --output none >/dev/null 2>&1 || die 'you are not signed in to Azure; run: az login'
  azure account show --output none >/dev/null 2>&1 ||
    die "there is no subscription $subscription for you; az account list --output table shows yours"
}

# 'West Europe' and westeurope are one region.
plain() {
  tr '[:upper:]' '[:lower:]' | tr -d ' '
}

check_region() {
  attempt 'asking for the regions with Flex Consumption' azure functionapp list-flexconsumption-locations --query '[].name' --output tsv
  plain <"$work/out" >"$work/regions"
  grep -qx -- "$(printf '%s' "$location" | plain)" "$work/regions" ||
    die "$location has no Flex Consumption; choose one of: $(tr '\n' ' ' <"$work/regions")"
}

output() {
  attempt 'asking for what was deployed' azure deployment group show --resource-group "$group" --name hubtriage \
    --query "properties.outputs.$1.value" --output "$2"
  cat "$work/out"
}

group_exists() {
  attempt 'asking for the resource group' azure group exists --name "$group" --output tsv
  [ "$(cat "$work/out")" = true ]
}

# To create a group that is there would take its tags away.
make_group() {
  if group_exists; then
    attempt 'asking for the resource group' azure group show --name "$group" --query location --output tsv
    there=$(plain <"$work/out")
    [ "$there" = "$(printf '%s' "$location" | plain)" ] ||
      die "the resource group $group is in $there, not in $location; take --location $there, or another group"
  else
    attempt 'making the resource group' azure group create --name "$group" --location "$location" --output none
  fi
}

show_what_if() {
  group_exists ||
    die "the resource group $group does not exist yet, so all would be new. To see it in detail make the group, which costs nothing:" \
      "az group create --name $group --location $location"
  step "what would change in $group; the code and the connection events follow it"
  attempt 'what-if' azure deployment group what-if --resource-group "$group" --name hubtriage --parameters "$parameters"
  cat "$work/out"
}

deploy_resources() {
  step "resources in $group"
  make_group
  attempt 'deploying the resources' azure deployment group create --resource-group "$group" --name hubtriage \
    --parameters "$parameters" --output none
  app=$(output functionAppName tsv)
  [ -n "$app" ] || die "the deployment tells no functionAppName; is $parameters for infra/main.bicep?"
}

# A folder of functions that are gone would be deployed, too: Maven never empties the staging folder.
build_app() {
  [ "$build" = yes ] || return 0
  rm -rf -- "$staged"
  mvn -B -q -f "$root/pom.xml" package -DskipTests -pl functions || die 'the build failed; what Maven said is above'
}

check_settings() {
  settings=$(output settingsLocation tsv)
  case $settings in
    blob:*) ;;
    *) [ -f "$1/$settings" ] || die "the app would have no settings: there is no $settings in $1. Copy hubtriage.sample.json to" \
      "$root/hubtriage.json, correct it, check it with ./hubtriage check-settings hubtriage.json, and build" ;;
  esac
}

check_staged() {
  [ -f "$staged/host.json" ] || die "nothing is staged in $staged; run without --skip-build"
  check_settings "$staged"
}

# Sends the package and leaves the app's configuration alone.
deploy_zip() {
  build_app
  check_staged
  cp -R -- "$staged" "$work/app"
  rm -f -- "$work/app/local.settings.json" # a laptop's settings, perhaps with its secrets
  "$jar" --create --no-manifest --file "$work/app.zip" -C "$work/app" . || die 'packing the app failed; what jar said is above'
  attempt 'deploying the code' azure functionapp deployment source config-zip --resource-group "$group" --name "$app" \
    --src "$work/app.zip" --output none
}

# The plugin also writes the app's configuration, httpsOnly among it; deploying the resources once more sets that right.
deploy_maven() {
  check_settings "$root"
  mvn -B -f "$root/pom.xml" package azure-functions:deploy -DskipTests -pl functions -Dauth.type=azure_cli \
    ${subscription:+"-DsubscriptionId=$subscription"} \
    -DfunctionAppName="$app" -DfunctionAppResourceGroup="$group" -DfunctionAppRegion="$(printf '%s' "$location" | plain)" ||
    die 'the Maven deployment failed; what it said is above'
  deploy_resources
}

deploy_code() {
  step "code to $app"
  "deploy_$code"
}

# Azure lists a function some time after its code has arrived.
await_function() {
  tries=${HUBTRIAGE_DEPLOY_TRIES:-30}
  until azure functionapp function show --resource-group "$group" --name "$app" --function-name ReceiveConnectionEvents \
    --output none 2>"$work/err"; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || {
      cat "$work/err" >&2
      die "$app has no function ReceiveConnectionEvents, so no events can be sent to it; deploy the code, or read its log"
    }
    sleep "${HUBTRIAGE_DEPLOY_PAUSE:-10}"
  done
}

deploy_events() {
  receive=$(output receiveEvents tsv)
  [ "$receive" = true ] || return 0
  step 'connection events'
  await_function
  output eventsParameters json >"$work/events.json"
  attempt 'deploying the connection events' azure deployment group create --resource-group "$group" --name hubtriage-events \
    --template-file "$here/events.bicep" --parameters "@$work/events.json" --output none
}

finish() {
  vault=$(output vaultName tsv)
  storage=$(output storageAccountName tsv)
  host=$(output functionAppHost tsv)
  printf '\nHubTriage runs as %s. Next: put the secrets into the vault %s (docs/deploy.md, step 4), then ask Status:\n' \
    "$app" "$vault"
  printf '  https://%s/api/Status?code=KEY, with a key from: az functionapp keys list --resource-group %s --name %s\n' \
    "$host" "$group" "$app"
  printf 'Its storage account is %s.\n' "$storage"
}

check_tools
check_region
case $mode in
  what-if) show_what_if ;;
  resources)
    deploy_resources
    step 'for hubtriage.json'
    output workspaces json
    ;;
  all)
    deploy_resources
    deploy_code
    deploy_events
    finish
    ;;
esac
