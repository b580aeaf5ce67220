// Converts what a person types to Slack's wire form and back.
import { model, nameOf } from "./model.js";
import { escape, literal, unescape } from "./text.js";

export function encode(text) {
  let out = escape(text.trim()).replace(/\bhttps?:\/\/[^\s<>]*[^\s<>.,;:!?)\]'"]/g, (url) => `<${url}>`);
  const users = [...model.users.values()].sort((a, b) => b.name.length - a.name.length);
  for (const u of users) out = out.replace(word("@", escape(u.name)), `<@${u.id}>`);
  for (const c of model.channels.values()) if (!c.direct && !c.group) out = out.replace(word("#", escape(c.name)), `<#${c.id}|${c.name}>`);
  return out;
}

const word = (mark, name) => new RegExp(`(?<![\\w&])${mark}${literal(name)}(?![\\w-])`, "gi");

export function decode(text) {
  return unescape(text.replace(/<([^<>|]+)(?:\|([^<>]*))?>/g, (all, value, label) => {
    if (value.startsWith("@")) return `@${escape(nameOf(value.slice(1)))}`;
    if (value.startsWith("#")) return `#${model.channels.get(value.slice(1))?.name ?? label ?? value.slice(1)}`;
    if (value.startsWith("!")) return `@${value.slice(1)}`;
    return value;
  }));
}
