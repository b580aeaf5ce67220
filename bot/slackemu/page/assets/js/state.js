// The state of an element: as chosen, or as the app set it initially.
import { chosenOf } from "./elements.js";
import { valueOf } from "./fields.js";

const isText = (e) => /(_input|picker)$/.test(e.type);

export function valuesOf(e, state) {
  if (!state) state = first(e);
  if (!isText(e)) return chosenOf(state);
  const text = valueOf(state);
  return text ? [text] : [];
}

// first returns an element's state before anyone uses it.
function first(e) {
  return {
    selected_option: e.initial_option, selected_options: e.initial_options, selected_user: e.initial_user, selected_users: e.initial_users,
    selected_conversation: e.initial_conversation, selected_conversations: e.initial_conversations,
    selected_channel: e.initial_channel, selected_channels: e.initial_channels, selected_date: e.initial_date,
    selected_time: e.initial_time, selected_date_time: e.initial_date_time,
    ...(e.type === "rich_text_input" ? { rich_text_value: e.initial_value } : { value: e.initial_value }),
  };
}
