// Inputs for text, numbers, dates and times.
import { h } from "./dom.js";
import { keyOf } from "./elements.js";

const types = {
  datepicker: "date", timepicker: "time", datetimepicker: "datetime-local", email_text_input: "email",
  url_text_input: "url", number_input: "number", plain_text_input: "text",
};

export function field(e, block, ctx) {
  const long = e.multiline || e.type === "rich_text_input";
  const picks = /picker$/.test(e.type);
  const el = h(long ? "textarea" : "input", {
    id: ctx.inputId, type: long ? undefined : types[e.type], class: "field", rows: long ? 4 : undefined,
    placeholder: e.placeholder?.text, "aria-label": ctx.inputId ? undefined : e.placeholder?.text ?? e.type.replaceAll("_", " "),
    minlength: e.min_length || undefined, maxlength: e.max_length, min: e.min_value, max: e.max_value,
    step: e.type === "number_input" && e.is_decimal_allowed ? "any" : undefined,
    required: ctx.required, "aria-describedby": ctx.described, "aria-invalid": ctx.invalid, autofocus: e.focus_on_load,
    data: { key: keyOf(block, e), action: e.action_id }, autocomplete: "off",
    value: shown(e, ctx.chosen(block, e)[0] ?? ""),
  });
  el.addEventListener(picks ? "change" : "input", () => ctx.choose(block, e, el.value ? [sent(e, el.value)] : [], !picks));
  el.addEventListener("keydown", (ev) => {
    if (ev.key === "Enter" && !long && block.dispatch_action) { ev.preventDefault(); ctx.act(block, e, el.value ? [el.value] : []); }
  });
  return el;
}

// A date and time is in seconds on the wire and in local time in the field.
function sent(e, value) {
  return e.type === "datetimepicker" ? String(Math.floor(new Date(value).getTime() / 1000)) : value;
}

function shown(e, value) {
  if (e.type !== "datetimepicker" || !value) return value;
  const d = new Date(Number(value) * 1000);
  return new Date(d.getTime() - d.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}

// valueOf returns the text in an element's state.
export function valueOf(state) {
  if (!state) return "";
  if (state.rich_text_value) return flat(state.rich_text_value);
  return String(state.value ?? state.selected_date ?? state.selected_time ?? state.selected_date_time ?? "");
}

function flat(rich) {
  return (rich.elements ?? []).map((s) => (s.elements ?? []).map((e) => e.text ?? "").join("")).join("\n");
}
