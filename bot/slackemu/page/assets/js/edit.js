// Editing one's own message in place.
import { h } from "./dom.js";
import { act } from "./act.js";
import { encode, decode } from "./wire.js";
import { body } from "./message.js";

export function edit(m, article) {
  const at = article.querySelector(".body");
  const area = h("textarea", { class: "field", rows: 2, "aria-label": "Edit message", value: decode(m.payload.text ?? "") });
  const back = () => { at.replaceChildren(body(m)); article.focus(); };
  const save = async () => {
    const text = area.value.trim();
    if (!text || encode(text) === m.payload.text) return back();
    if (await act("edit", { channel: m.channel, ts: m.ts, text: encode(text) })) article.focus();
    return undefined;
  };
  area.addEventListener("keydown", (e) => {
    if (e.key === "Escape") { e.preventDefault(); e.stopPropagation(); back(); }
    if (e.key === "Enter" && !e.shiftKey && !e.isComposing) { e.preventDefault(); save(); }
  });
  at.replaceChildren(h("div", { class: "edit" }, area, h("div", { class: "edit-foot" },
    h("button", { type: "button", class: "button", onclick: back }, "Cancel"),
    h("button", { type: "button", class: "button primary", onclick: save }, "Save"))));
  area.focus();
  area.setSelectionRange(area.value.length, area.value.length);
}
