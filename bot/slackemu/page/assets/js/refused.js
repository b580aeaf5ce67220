// A message that Slack refused, where it would have been.
import { h } from "./dom.js";
import { openTool } from "./ui.js";

export function refused(m) {
  const c = m.refused;
  return h("article", { class: "refused", tabindex: -1, data: { ts: m.ts, key: m.ts }, "aria-label": `Refused: ${c.error}` },
    h("strong", {}, `Slack refused ${c.method}: `, h("code", {}, c.error)),
    (c.why ?? []).slice(0, 4).map((w) => h("div", { class: "why" }, w)),
    h("button", { type: "button", class: "quiet", onclick: () => openTool("inspector", { call: c }) }, "Inspect the call"));
}
