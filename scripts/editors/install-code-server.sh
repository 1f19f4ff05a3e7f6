#!/usr/bin/env bash
# Installs VS Code as a server (code-server 4.100.3, VS Code 1.100) into a folder, for `npm run test:editors`.
#
#   scripts/editors/install-code-server.sh FOLDER
#
# It wants Node 20, npm and Debian: its native parts are built here, since their packages would fetch them ready-made from elsewhere.
# It takes a few minutes and 400 MB.
set -euo pipefail

version=4.100.3
debian=(libkrb5-dev libsecret-1-dev libx11-dev libxkbfile-dev ripgrep pkg-config python3 make g++)
# Those of the server's packages that are native; where one can't be built, VS Code does without it and says so.
native=(@vscode/spdlog native-watchdog node-pty kerberos @parcel/watcher @vscode/deviceid)

if [[ $# -ne 1 ]]; then
  echo "usage: $0 FOLDER" >&2
  exit 2
fi
mkdir -p "$1"
folder="$(cd "$1" && pwd)"

missing=()
for package in "${debian[@]}"; do
  dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [[ ${#missing[@]} -gt 0 ]]; then
  if [[ $(id -u) -ne 0 ]]; then
    echo "Debian's packages ${missing[*]} are missing; install them first" >&2
    exit 1
  fi
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

# No package's own install step is run: some of them download. What they would have done follows.
cd "$folder"
[[ -f package.json ]] || echo '{ "private": true }' > package.json
npm install --ignore-scripts "code-server@$version"

vscode="$folder/node_modules/code-server/lib/vscode"
cd "$vscode"
npm install --omit=dev --ignore-scripts
for package in "${native[@]}"; do
  npm rebuild "$package" || echo "$package could not be built" >&2
done
mkdir -p node_modules/@vscode/ripgrep/bin
ln -sf "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
rm -rf node_modules.asar && ln -s node_modules node_modules.asar
ln -sf code-linux.sh bin/remote-cli/code-server
ln -sf browser-linux.sh bin/helpers/browser.sh
(cd extensions && npm install --omit=dev --ignore-scripts)
cd "$folder"
npm rebuild argon2 || echo "argon2 could not be built; logging in with a password won't work" >&2

node node_modules/code-server/out/node/entry.js --version
echo "Installed. COPYDESK_CODE_SERVER=$folder npm run test:editors"
