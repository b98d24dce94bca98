#!/bin/sh
# Put the fonts in place from node_modules: levelled TTFs for documents, WOFF2 files for pages.
#   tools/fonts.sh PYTHON FOLDER
set -eu
cd "$(dirname "$0")/.."

python=$1
folder=$2
full=node_modules/@expo-google-fonts/sarabun
web=node_modules/@fontsource/sarabun

plain=$(mktemp -d)
trap 'rm -rf "$plain"' EXIT
cp "$full/400Regular/Sarabun_400Regular.ttf" "$plain/Sarabun-Regular.ttf"
cp "$full/400Regular_Italic/Sarabun_400Regular_Italic.ttf" "$plain/Sarabun-Italic.ttf"
cp "$full/700Bold/Sarabun_700Bold.ttf" "$plain/Sarabun-Bold.ttf"
cp "$full/700Bold_Italic/Sarabun_700Bold_Italic.ttf" "$plain/Sarabun-BoldItalic.ttf"

rm -rf "$folder"
mkdir -p "$folder/web"
"$python" -m prongsai.formats.level_fonts "$plain" "$folder"
cp "$full/LICENSE_FONT" "$folder/OFL.txt"
cp "$web/LICENSE" "$folder/web/OFL.txt"
for script in thai latin; do
    for weight in 400 700; do
        cp "$web/files/sarabun-$script-$weight-normal.woff2" "$folder/web/"
    done
done
