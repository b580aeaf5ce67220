// Elements are made here. Text only ever becomes a text node, never markup.

const properties = new Set(["value", "checked", "disabled", "selected", "multiple", "indeterminate", "hidden", "open"]);

export function h(tag, props, ...children) {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") el.className = value;
    else if (name === "data") Object.assign(el.dataset, value);
    else if (name.startsWith("on")) el.addEventListener(name.slice(2), value);
    else if (properties.has(name)) el[name] = value;
    else el.setAttribute(name, value === true ? "" : String(value));
  }
  return add(el, children);
}

export function add(el, children) {
  for (const child of [children].flat(Infinity)) {
    if (child === undefined || child === null || child === false || child === "") continue;
    el.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return el;
}

export function fill(el, ...children) {
  el.replaceChildren();
  return add(el, children);
}

export function fragment(...children) {
  return add(document.createDocumentFragment(), children);
}

// link is an anchor to another site, which learns nothing about this page. Anything
// that is not a web or mail address is shown as text.
export function link(url, ...children) {
  const text = children.flat(Infinity).length ? children : [url];
  let target;
  try { target = new URL(url); } catch { return fragment(text); }
  if (!["http:", "https:", "mailto:"].includes(target.protocol)) return fragment(text);
  return h("a", { href: target.href, target: "_blank", rel: "noopener noreferrer", title: url }, text);
}

// keepFocus changes el and returns the focus to whatever replaced the focused
// element, identified by its data-key.
export function keepFocus(el, change) {
  const old = el.contains(document.activeElement) ? document.activeElement : null;
  const key = old?.closest("[data-key]")?.dataset.key;
  const caret = old && "selectionStart" in old ? safely(() => [old.selectionStart, old.selectionEnd]) : null;
  change();
  if (!key || el.contains(document.activeElement)) return;
  const found = [...el.querySelectorAll("[data-key]")].find((e) => e.dataset.key === key);
  found?.focus({ preventScroll: true });
  if (found && caret) safely(() => found.setSelectionRange(...caret));
}

function safely(f) { try { return f(); } catch { return null; } }

let serial = 0;
export const uid = (prefix) => `${prefix}-${++serial}`;

const paths = {
  star: "M8.5 2l1.8 4.5 4.5 1.6-4.5 1.8L8.5 14.5 6.7 9.9 2.2 8.1l4.5-1.6z",
  reply: "M14 12.5c-.4-3.4-2.6-5.2-6-5.2H3M6 3.8 2.6 7.3 6 10.8",
  smile: "M8.5 15a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM5.8 9.7c.6 1 1.6 1.6 2.7 1.6s2.1-.6 2.7-1.6M6.4 6.6v.2M10.6 6.6v.2",
  more: "M3.5 8.5h.1M8.5 8.5h.1M13.5 8.5h.1",
  code: "M6 4.5 2.2 8.5 6 12.5M11 4.5l3.8 4-3.8 4",
  bolt: "M9.5 1.8 3.8 9.6h4.4l-.9 5.6 5.9-8H8.7z",
  close: "M4 4l9 9M13 4l-9 9",
  back: "M10.5 3.5 5.5 8.5l5 5",
  menu: "M2.5 4.5h12M2.5 8.5h12M2.5 12.5h12",
  send: "M2.5 8.5 14.5 3 10 14.5 7.8 9.5z",
  sun: "M8.5 11.6a3.1 3.1 0 1 0 0-6.2 3.1 3.1 0 0 0 0 6.2zM8.5 1.5v1.4M8.5 14.1v1.4M1.5 8.5h1.4M14.1 8.5h1.4M3.6 3.6l1 1M12.4 12.4l1 1M3.6 13.4l1-1M12.4 4.6l1-1",
  moon: "M14 10.2A6 6 0 0 1 6.8 3a6 6 0 1 0 7.2 7.2z",
  eye: "M1.5 8.5s2.5-4.6 7-4.6 7 4.6 7 4.6-2.5 4.6-7 4.6-7-4.6-7-4.6zM8.5 10.4a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8z",
  good: "M5.5 7.5 8.3 2c1.2 0 1.9.8 1.7 2L9.6 6.4h3.7c.9 0 1.5.8 1.3 1.7l-1 4.6c-.2.8-.8 1.3-1.6 1.3H5.5M5.5 7.5H2.8V14h2.7z",
  bad: "M11.5 9.5 8.7 15c-1.2 0-1.9-.8-1.7-2l.4-2.4H3.7c-.9 0-1.5-.8-1.3-1.7l1-4.6C3.6 3.5 4.2 3 5 3h6.5M11.5 9.5h2.7V3h-2.7z",
  search: "M7.4 12.3a4.9 4.9 0 1 0 0-9.8 4.9 4.9 0 0 0 0 9.8zM11 11l3.6 3.6",
  people: "M6.2 8a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8zM2 14c0-2.6 1.8-4.3 4.2-4.3s4.2 1.7 4.2 4.3M11 3.4a2.3 2.3 0 0 1 0 4.4M12.2 9.9c1.7.5 2.8 2 2.8 4.1",
  lock: "M4 8h9v6.5H4zM6 8V5.6a2.5 2.5 0 0 1 5 0V8",
  down: "M8.5 3v10.5M4 9.2l4.5 4.4L13 9.2",
  chevron: "M4.5 6.5l4 4 4-4",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  for (const [k, v] of Object.entries({ viewBox: "0 0 17 17", class: "icon", "aria-hidden": "true" })) svg.setAttribute(k, v);
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}

export function iconButton(name, label, onclick, props = {}) {
  return h("button", { type: "button", class: "icon-button", "aria-label": label, title: label, onclick, ...props }, icon(name));
}
