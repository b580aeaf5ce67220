// One line of traffic: an envelope to the app or a call by the app.
import { h } from "./dom.js";
import { plainly } from "./act.js";

export const signOf = (e) => (e.method ? "call" : `${e.sent.length} ${e.acked} ${e.gaveUp}`);

const clock = (ms) => {
  const d = new Date(ms);
  return `${d.toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" })}.${String(d.getMilliseconds()).padStart(3, "0")}`;
};
const took = (ms) => (ms < 10 ? `${ms.toFixed(1)} ms` : ms < 2000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);

export function entry(e, open) {
  return e.method ? call(e, open) : envelope(e, open);
}

function row(e, open, { kind, state, name, result, at, details }) {
  const el = h("details", { class: `entry ${kind} ${state}`, open: open.has(e.id ?? e) },
    h("summary", {},
      h("span", { class: "way", title: kind === "in" ? "Slack to the app" : "the app to Slack" }, kind === "in" ? "→" : "←"),
      h("span", { class: "entry-name" }, name), h("span", { class: "result" }, result),
      h("time", {}, at ? clock(at) : "waiting")));
  const show = () => {
    if (el.open && el.childElementCount === 1) el.append(h("div", { class: "entry-body" }, details()));
    if (el.open) open.add(e.id ?? e); else open.delete(e.id ?? e);
  };
  el.addEventListener("toggle", show);
  if (el.open) show();
  return h("li", {}, el);
}

function envelope(e, open) {
  const late = e.sent.length > 1 ? `, ${e.sent.length} deliveries` : "";
  const result = e.acked ? `acked after ${took(e.acked - e.sent[0])}${late}` : e.gaveUp ? `given up${late}` : e.sent.length ? `waiting for the ack${late}` : "waiting for a socket";
  return row(e, open, {
    kind: "in", state: e.gaveUp ? "bad" : e.acked ? "good" : "open", name: e.event || e.kind, result, at: e.sent[0],
    details: () => [
      h("div", { class: "facts" }, `${e.kind} · ${e.id}${e.eventId ? ` · ${e.eventId}` : ""}`),
      e.sent.length > 1 && h("div", { class: "facts" }, `delivered at ${e.sent.map(clock).join(", ")}`),
      h("button", { type: "button", class: "quiet", onclick: () => plainly("redeliver", { envelope: e.id }) }, "Deliver once more"),
      json(e.payload), e.response && [h("div", { class: "facts" }, "The ack carried:"), json(e.response)],
    ],
  });
}

function call(c, open) {
  const failed = Boolean(c.error) || c.status >= 400 || c.status === 0;
  const result = `${c.status === 0 ? "answer lost" : c.error ? `${c.status === 200 ? "" : `${c.status} `}${c.error}` : c.status} in ${took(c.took / 1e6)}`;
  return row(c, open, {
    kind: "out", state: failed ? "bad" : "good", name: c.method, result, at: c.at,
    details: () => [
      (c.why ?? []).map((w) => h("div", { class: "why" }, w)), c.url && h("div", { class: "facts" }, c.url),
      json(Object.fromEntries(Object.entries(c.args).map(([k, v]) => [k, parsed(v)]))),
    ],
  });
}

// Arguments that are JSON are shown as such.
function parsed(v) {
  if (!/^[[{]/.test(v)) return v;
  try { return JSON.parse(v); } catch { return v; }
}

// json is indented JSON with its parts coloured, and a button to copy it.
export function json(value) {
  const text = JSON.stringify(value, null, 2) ?? "";
  const code = h("code", {});
  let from = 0;
  for (const m of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?/g)) {
    code.append(text.slice(from, m.index), h("span", { class: m[2] ? "j-key" : m[1] ? "j-text" : "j-value" }, m[1] ?? m[0]), m[2] ?? "");
    from = m.index + m[0].length;
  }
  code.append(text.slice(from));
  const copy = h("button", { type: "button", class: "quiet copy", onclick: async () => {
    try { await navigator.clipboard.writeText(text); copy.textContent = "Copied"; } catch { copy.textContent = "Cannot copy"; }
  } }, "Copy");
  return h("div", { class: "json" }, copy, h("pre", { tabindex: 0 }, code));
}
