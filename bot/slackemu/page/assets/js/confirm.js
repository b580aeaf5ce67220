// The question before an act that asks for one.
import { h } from "./dom.js";
import { textObject } from "./text.js";

export function confirmed(c) {
  return new Promise((resolve) => {
    const title = `confirm-title`;
    const done = (yes) => { el.close(); el.remove(); resolve(yes); };
    const el = h("dialog", { class: "dialog small", "aria-labelledby": title, oncancel: (e) => { e.preventDefault(); done(false); } },
      h("h2", { id: title }, textObject(c.title)),
      h("div", { class: "dialog-body text" }, textObject(c.text)),
      h("div", { class: "dialog-foot" },
        h("button", { type: "button", class: "button", onclick: () => done(false) }, c.deny ? textObject(c.deny) : "Cancel"),
        h("button", { type: "button", class: `button ${c.style ?? "primary"}`, onclick: () => done(true) }, c.confirm ? textObject(c.confirm) : "Yes")));
    document.body.append(el);
    el.showModal();
  });
}

// ask is the page's own question.
export const ask = (title, text, yes) => confirmed({
  title: { type: "plain_text", text: title }, text: { type: "plain_text", text },
  confirm: { type: "plain_text", text: yes }, deny: { type: "plain_text", text: "Cancel" }, style: "danger",
});
