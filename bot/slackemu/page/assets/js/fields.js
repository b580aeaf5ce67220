// Inputs for text.
import { h } from "./dom.js";
import { keyOf } from "./elements.js";

export function field(e, block, ctx) {
  const el = h(e.multiline ? "textarea" : "input", {
    id: ctx.inputId, type: e.multiline ? undefined : "text", class: "field", rows: e.multiline ? 4 : undefined,
    placeholder: e.placeholder?.text, "aria-label": ctx.inputId ? undefined : e.placeholder?.text ?? "Text", maxlength: e.max_length,
    required: ctx.required, "aria-describedby": ctx.described, "aria-invalid": ctx.invalid,
    data: { key: keyOf(block, e), action: e.action_id }, autocomplete: "off", value: ctx.chosen(block, e)[0] ?? "",
    oninput: () => ctx.choose(block, e, el.value ? [el.value] : []),
    onkeydown: (ev) => { if (ev.key === "Enter" && !e.multiline && block.dispatch_action) { ev.preventDefault(); ctx.act(block, e, el.value ? [el.value] : []); } },
  });
  return el;
}
