#!/bin/sh
# Installs what package-lock.json names, once: the stamp holds the lock file it was done for.
set -eu
cd "$(dirname "$0")"
if cmp -s package-lock.json node_modules/.installed-lock.json; then
  exit 0
fi
command -v npm >/dev/null 2>&1 || {
  echo 'node 20 or newer with npm is needed for the browser tests (Debian: apt install nodejs npm)' >&2
  exit 1
}
npm ci --no-audit --no-fund --loglevel=error
cp package-lock.json node_modules/.installed-lock.json
