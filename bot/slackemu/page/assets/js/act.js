// What a person does is sent to the server as a small POST; the result arrives on
// the stream.
import { ui } from "./ui.js";
import { toast } from "./toast.js";

export async function act(name, body = {}) {
  try {
    const r = await fetch(`/page/acts/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ user: ui.me, ...body }),
    });
    if (r.ok) return true;
    const { error } = await r.json();
    toast(sentence(error), "wrong");
  } catch {
    toast("The playground does not answer. Is it still running?", "wrong");
  }
  return false;
}

// plainly does something that has no person, such as a fault.
export const plainly = (name, body) => act(name, { user: undefined, ...body });

const sentence = (s) => {
  const text = String(s).replace(/^slackemu: /, "");
  return text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?)]$/.test(text) ? "" : ".");
};
