// "is thinking …": the status that the app has set for a thread.
import { h, fill } from "./dom.js";
import { model, nameOf } from "./model.js";

export function working(el, channel, thread) {
  const found = [...model.threads.values()].find((t) => t.channel === channel && t.status && (thread === null || t.ts === thread));
  const text = found ? `${nameOf(model.setup.bot)} ${found.status}` : "";
  if (el.dataset.text === text) return;
  el.dataset.text = text;
  fill(el, text && [h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i")), text]);
}
