# Read by ./run, ./verify and ./bench: finds a JDK, Maven and npm, and says in words what is missing.
# shellcheck shell=bash

JDK_AT_LEAST=25

say() { printf '%s\n' "$*" >&2; }
die() { say "$1"; exit "${2:-1}"; }

# The version of the JDK (not only a runtime) that stands in this directory; 0 when there is none.
jdk_version() {
  local version=
  # not simply its first line: with JAVA_TOOL_OPTIONS set, another stands before it
  [ ! -x "$1/bin/javac" ] || version=$("$1/bin/java" -version 2>&1 | sed -n 's/^[a-z]* version "\([0-9]*\).*/\1/p') || true
  printf '%s' "${version:-0}"
}

# Sets JAVA_HOME: the one given, when it is new enough; else the newest on this machine.
find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && [ "$(jdk_version "$JAVA_HOME")" -ge "$JDK_AT_LEAST" ]; then export JAVA_HOME; return; fi
  local directory version found= newest=$((JDK_AT_LEAST - 1)) path=
  if command -v javac >/dev/null; then path=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")"); fi
  for directory in /usr/lib/jvm/* /opt/*jdk* "${HOME:-}"/.sdkman/candidates/java/* "$path"; do
    version=$(jdk_version "$directory")
    if [ "$version" -gt "$newest" ]; then found=$directory newest=$version; fi
  done
  [ -n "$found" ] || die "A JDK $JDK_AT_LEAST or newer is needed, and none was found. Install one, for instance Eclipse Temurin from
https://adoptium.net (Debian: temurin-25-jdk), or set JAVA_HOME to where it is.
需要 JDK $JDK_AT_LEAST 或更新版本：请安装，或把 JAVA_HOME 指向它。"
  export JAVA_HOME=$found
}

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# need COMMAND PACKAGES WHAT-FOR: it is there, or we say how to get it.
need() {
  command -v "$1" >/dev/null || die "$1 is needed $3, and is not installed. On Debian and Ubuntu: sudo apt-get install $2
缺少 $1，请先安装：sudo apt-get install $2"
}

find_build_tools() {
  find_jdk
  need mvn maven "to build Yichuang"
  need npm "nodejs npm" "to bring the pages' files"
}
