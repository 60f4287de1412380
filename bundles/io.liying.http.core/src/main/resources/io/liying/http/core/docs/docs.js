import { chooseTexts } from "/docs/texts.js";

const { code, words } = chooseTexts();

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function list(title, entries) {
  if (entries.length === 0) {
    return [];
  }
  const rows = entries.flatMap(([name, text]) => [
    element("dt", {}, element("code", {}, name)),
    element("dd", {}, text),
  ]);
  return [element("h2", {}, title), element("dl", {}, ...rows)];
}

function sample(schema) {
  const properties = Object.entries(schema.properties ?? {});
  const wanted = properties.filter(([name]) => (schema.required ?? []).includes(name));
  return JSON.stringify(Object.fromEntries(wanted.map(([name, about]) => [name, about.type === "string" ? "…" : 0])), null, 2);
}

/** Fields for the operation's parameters and body, and a button that sends it to this server. */
function trial(method, path, operation, needsToken) {
  const form = element("form");
  const fields = (operation.parameters ?? []).map((parameter) => {
    const input = element("input", { name: parameter.name, required: parameter.in === "path" });
    form.append(element("label", {}, parameter.name, input));
    return { parameter, input };
  });
  const token = needsToken && element("input", { type: "password", autocomplete: "off", required: true });
  if (token) {
    form.append(element("label", {}, words.token, token));
  }
  const schema = operation.requestBody?.content["application/json"].schema;
  const body = schema && element("textarea", { name: "body", value: sample(schema), spellcheck: false });
  if (body) {
    form.append(element("label", {}, words.body, body));
  }
  const answer = element("pre", { hidden: true, ariaLive: "polite" });
  form.append(element("button", {}, words.send), answer);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    answer.hidden = false;
    try {
      const reply = await fetch(address(path, fields), {
        method: method.toUpperCase(),
        headers: {
          "Accept-Language": code,
          ...(token ? { Authorization: `Bearer ${token.value}` } : {}),
          ...(body ? { "Content-Type": "application/json" } : {}),
        },
        ...(body ? { body: body.value } : {}),
      });
      const text = await reply.text();
      answer.textContent = `${reply.status}\n${pretty(text)}`;
    } catch {
      answer.textContent = words.failed;
    }
  });
  return form;
}

function address(path, fields) {
  const query = new URLSearchParams();
  let filled = path;
  for (const { parameter, input } of fields) {
    if (parameter.in === "path") {
      filled = filled.replace(`{${parameter.name}}`, encodeURIComponent(input.value));
    } else if (input.value) {
      query.set(parameter.name, input.value);
    }
  }
  return query.size ? `${filled}?${query}` : filled;
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function card(method, path, operation) {
  const needsToken = operation.security?.length === 1 && operation.security[0].token;
  const parameters = (operation.parameters ?? []).map((parameter) => [parameter.name, parameter.description ?? ""]);
  const schema = operation.requestBody?.content["application/json"].schema;
  const endless = path.endsWith("/notices");
  return element(
    "details",
    {},
    element(
      "summary",
      {},
      element("span", { className: `method ${method}` }, method.toUpperCase()),
      element("code", {}, path),
      element("span", { className: "about" }, operation.summary),
    ),
    element(
      "div",
      { className: "inside" },
      ...(needsToken ? [element("p", { className: "about" }, words.token)] : []),
      ...list(words.parameters, parameters),
      ...(schema ? [element("h2", {}, words.body), element("pre", {}, JSON.stringify(schema, null, 2))] : []),
      ...list(words.answers, Object.entries(operation.responses).map(([status, about]) => [status, about.description ?? ""])),
      ...(endless ? [] : [trial(method, path, operation, needsToken)]),
    ),
  );
}

document.documentElement.lang = code;
document.getElementById("intro").textContent = words.intro;
const operations = document.getElementById("operations");
try {
  const description = await (await fetch("/openapi.json")).json();
  const interesting = Object.entries(description.paths).filter(([path]) => !path.startsWith("/docs/"));
  for (const [path, methods] of interesting) {
    for (const [method, operation] of Object.entries(methods)) {
      operations.append(card(method, path, operation));
    }
  }
} catch {
  operations.textContent = words.failed;
}
