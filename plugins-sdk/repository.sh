#!/bin/sh
# Makes dist/sdk, a folder that Maven reads as a repository: what plugins are compiled and tested against outside this
# repository. Called by ./liying after a build; does nothing while it is up to date.
set -eu

home=$1
target=$home/dist/sdk
version=$(sed -n 's|.*<version>\(.*\)</version>.*|\1|p' "$home/pom.xml" | head -n 1)
now=$(date -u +%Y%m%d.%H%M%S)

jars=$(
  for folder in "$home"/bundles/*.api "$home/bundles/io.liying.conversation.core" "$home/bundles/io.liying.i18n.core" \
    "$home/bundles/io.liying.nlu.entity" "$home/bundles/io.liying.nlu.intent" "$home/bundles/io.liying.nlu.language" \
    "$home/bundles/io.liying.skill.core" "$home/tests/io.liying.testkit" "$home/plugins-sdk/test-kit"; do
    name=${folder##*/}
    [ "$name" != test-kit ] || name=io.liying.sdk.test
    jar=$folder/target/$name-$version.jar
    [ -f "$jar" ] && printf '%s\n' "$jar"
  done
)
poms="pom.xml releng/bundle/pom.xml plugins-sdk/bom/pom.xml"

is_current() {
  [ -f "$target/made" ] || return 1
  for file in $jars; do [ "$target/made" -nt "$file" ] || return 1; done
  for file in $poms; do [ "$target/made" -nt "$home/$file" ] || return 1; done
}

add() { # add ARTIFACT POM [JAR]
  place=$target.new/io/liying/$1/$version
  case $version in *-SNAPSHOT) file=$1-${version%-SNAPSHOT}-$now-1 ;; *) file=$1-$version ;; esac
  mkdir -p "$place"
  cp "$2" "$place/$file.pom"
  entries="<snapshotVersion><extension>pom</extension><value>${file#"$1"-}</value><updated>${now%.*}${now#*.}</updated></snapshotVersion>"
  if [ $# -gt 2 ]; then
    cp "$3" "$place/$file.jar"
    entries="$entries<snapshotVersion><extension>jar</extension><value>${file#"$1"-}</value><updated>${now%.*}${now#*.}</updated></snapshotVersion>"
  fi
  case $version in *-SNAPSHOT) ;; *) return 0 ;; esac
  cat >"$place/maven-metadata.xml" <<XML
<metadata modelVersion="1.1.0"><groupId>io.liying</groupId><artifactId>$1</artifactId><version>$version</version>
<versioning><snapshot><timestamp>$now</timestamp><buildNumber>1</buildNumber></snapshot>
<lastUpdated>${now%.*}${now#*.}</lastUpdated><snapshotVersions>$entries</snapshotVersions></versioning></metadata>
XML
}

IFS='
'
if (unset IFS; is_current); then exit 0; fi
rm -rf "$target.new"
add liying "$home/pom.xml"
add io.liying.bundle "$home/releng/bundle/pom.xml"
add io.liying.sdk.bom "$home/plugins-sdk/bom/pom.xml"
for jar in $jars; do
  folder=${jar%/target/*}
  name=${jar##*/}
  add "${name%-"$version".jar}" "$folder/pom.xml" "$jar"
done
touch "$target.new/made"
rm -rf "$target"
mv "$target.new" "$target"
