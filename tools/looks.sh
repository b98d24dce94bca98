#!/bin/sh
# Put the look of the pages in place from node_modules.
#   tools/looks.sh FOLDER
set -eu
cd "$(dirname "$0")/.."

folder=$1
rm -rf "$folder"
mkdir -p "$folder"
# The last line names a map for those who mend Tabler; without it a server would look for that file.
sed '/^\/\*# sourceMappingURL/d' node_modules/@tabler/core/dist/css/tabler.min.css >"$folder/tabler.min.css"
for script in thai latin; do
    for weight in 400 700; do
        cp "node_modules/@fontsource/sarabun/files/sarabun-$script-$weight-normal.woff2" "$folder/"
    done
done
cp node_modules/@fontsource/sarabun/LICENSE "$folder/sarabun-OFL.txt"
