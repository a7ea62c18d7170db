/**
 * What judges the answers in a script: the same for every call. POSIX has a language for such work, awk. What it prints
 * of an answer has no control characters, since these could do something to a terminal.
 */
export const SHELL_FUNCTIONS = `# Leaves the head of the answer in $answer, or what curl says.
ask() {
  answer=$(curl --silent --show-error --globoff --max-time 20 --suppress-connect-headers \\
    --output /dev/null --dump-header - "$@" "$url" 2>&1)
}

# Prints what a browser objects to in $answer, or "ok".
faults() {
  printf '%s\\n' "$answer" | tr -d '\\r' | tr '\\001-\\010\\013-\\037\\177' '?' |
    kind="$1" origin="$origin" foreign="$foreign_origin" method="$method" names="$header_names" \\
      credentials="$credentials" awk '
  function get(name) { return (name in value) ? value[name] : "" }
  function fault(text) { faults = faults "  HTTP " status ": " text "\\n" }
  # A list with anything in it that is no token counts for nothing.
  function list_of(name, text, list,   count, index_, items, valid) {
    split("", list)
    valid = 1
    count = split(text, items, ",")
    for (index_ = 1; index_ <= count; index_++) {
      gsub(/^[ \\t]+|[ \\t]+$/, "", items[index_])
      if (items[index_] == "") continue
      if (items[index_] !~ /^[A-Za-z0-9_!#$%&\\047*+.^\`|~-]+$/) valid = 0
      list[items[index_]] = 1
    }
    if (!valid) fault(name " holds what is no name.")
  }
  # https://fetch.spec.whatwg.org/#concept-cors-check
  function cors_check(   allow) {
    allow = get("access-control-allow-origin")
    if (allow == "*" && !included) return
    if (allow != ENVIRON["origin"]) fault("Access-Control-Allow-Origin is \\"" allow "\\", not " ENVIRON["origin"] ".")
    allow = get("access-control-allow-credentials")
    if (included && allow != "true") fault("Access-Control-Allow-Credentials is \\"" allow "\\", not true.")
  }
  # https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
  function allows_call(   method, any, count, names, index_, name) {
    if (status < 200 || status > 299) fault("The preflight needs a status from 200 to 299.")
    method = ENVIRON["method"]
    list_of("Access-Control-Allow-Methods", get("access-control-allow-methods"), methods)
    if (method !~ /^(GET|HEAD|POST)$/ && !(method in methods) && (included || !("*" in methods)))
      fault("Access-Control-Allow-Methods lacks " method ".")
    list_of("Access-Control-Allow-Headers", tolower(get("access-control-allow-headers")), allowed)
    # "*" stands for every name without credentials, but for authorization.
    any = !included && ("*" in allowed)
    count = split(ENVIRON["names"], names, ",")
    for (index_ = 1; index_ <= count; index_++) {
      name = names[index_]
      if (!(name in allowed) && !(any && name != "authorization")) fault("Access-Control-Allow-Headers lacks " name ".")
    }
  }
  { all = all " " $0 }
  /^HTTP\\// { split("", value); status = $2 + 0; next }
  (colon = index($0, ":")) {
    name = tolower(substr($0, 1, colon - 1))
    text = substr($0, colon + 1)
    gsub(/^[ \\t]+|[ \\t]+$/, "", text)
    if (name in value) text = value[name] ", " text
    value[name] = text
  }
  END {
    included = ENVIRON["credentials"] == "true"
    if (!status) faults = "  No answer:" all "\\n"
    else if (ENVIRON["kind"] == "foreign") {
      if (get("access-control-allow-origin") == ENVIRON["foreign"])
        fault("Access-Control-Allow-Origin repeats any Origin: every page is let in.")
    } else {
      cors_check()
      if (ENVIRON["kind"] == "preflight") allows_call()
    }
    printf "%s", faults == "" ? "ok" : faults
  }'
}

checked=0
failed=0
# $1: what is checked. $2: its faults, or "ok".
check() {
  checked=$((checked + 1))
  if [ "$2" = ok ]; then
    echo "ok - $1"
  else
    failed=1
    echo "FAIL - $1"
    printf '%s\\n' "$2"
  fi
}
`;
