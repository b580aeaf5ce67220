// The state of an element: as chosen, or as the app set it initially.
const initial = (e) => Object.fromEntries(Object.entries(e).map(([name, v]) => [name.replace(/^initial_/, name === "initial_value" ? "" : "selected_"), v]));

// valuesOf returns what is chosen or written in an element.
export function valuesOf(e, state = initial(e)) {
  if (e.type === "plain_text_input") return state.value ? [state.value] : [];
  const many = state.selected_options?.map((o) => o.value) ?? state.selected_users;
  const one = state.selected_option?.value ?? state.selected_user ?? state.selected_conversation;
  return many ?? (one ? [one] : []);
}
