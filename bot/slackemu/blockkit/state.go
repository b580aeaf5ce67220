package blockkit

import (
	"fmt"
	"maps"
	"slices"
)

// Choices holds what a person chose or typed, by block_id and action_id.
type Choices map[string]map[string]map[string]any

func (c Choices) set(blockID, actionID string, state object) {
	if c[blockID] == nil {
		c[blockID] = map[string]map[string]any{}
	}
	c[blockID][actionID] = state
}

// of returns the state of an element: as chosen, or else as the bot set it
// initially; nil for elements without state.
func (c Choices) of(blockID string, e object) object {
	state := initialState(e)
	if made, ok := c[blockID][Text(e, "action_id")]; ok && state != nil {
		return made
	}
	return state
}

// State returns the state of blocks as interactions report it.
func State(blocks []any, chosen Choices) map[string]any {
	values := object{}
	for _, b := range flat(blocks) {
		blockID := Text(b, "block_id")
		for _, e := range elements(b) {
			state := chosen.of(blockID, e)
			if state == nil {
				continue
			}
			if values[blockID] == nil {
				values[blockID] = object{}
			}
			values[blockID].(object)[Text(e, "action_id")] = state
		}
	}
	return object{"values": values}
}

// stateFields names the fields that hold an element's state and its initial value.
var stateFields = map[string]struct{ state, initial string }{
	"plain_text_input":           {"value", "initial_value"},
	"email_text_input":           {"value", "initial_value"},
	"url_text_input":             {"value", "initial_value"},
	"number_input":               {"value", "initial_value"},
	"rich_text_input":            {"rich_text_value", "initial_value"},
	"file_input":                 {"files", ""},
	"static_select":              {"selected_option", "initial_option"},
	"external_select":            {"selected_option", "initial_option"},
	"radio_buttons":              {"selected_option", "initial_option"},
	"multi_static_select":        {"selected_options", "initial_options"},
	"multi_external_select":      {"selected_options", "initial_options"},
	"checkboxes":                 {"selected_options", "initial_options"},
	"users_select":               {"selected_user", "initial_user"},
	"conversations_select":       {"selected_conversation", "initial_conversation"},
	"channels_select":            {"selected_channel", "initial_channel"},
	"multi_users_select":         {"selected_users", "initial_users"},
	"multi_conversations_select": {"selected_conversations", "initial_conversations"},
	"multi_channels_select":      {"selected_channels", "initial_channels"},
	"datepicker":                 {"selected_date", "initial_date"},
	"timepicker":                 {"selected_time", "initial_time"},
	"datetimepicker":             {"selected_date_time", "initial_date_time"},
}

// initialState returns nil for elements without state, such as buttons.
func initialState(e object) object {
	kind := Text(e, "type")
	fields, ok := stateFields[kind]
	if !ok {
		return nil
	}
	value := e[fields.initial]
	if value == nil && isMany(fields.state) {
		value = []any{}
	}
	return object{"type": kind, fields.state: value}
}

func isMany(stateField string) bool {
	return slices.Contains([]string{
		"selected_options", "selected_users", "selected_conversations", "selected_channels", "files",
	}, stateField)
}

// Act uses the first element with the action_id that the person can see and for
// which the values make sense, in the block within or, if that is "", in any. It
// remembers the choice and returns the action for a block_actions payload.
func Act(blocks []any, chosen Choices, person, within, actionID string, values []string) (map[string]any, error) {
	err := fmt.Errorf("there is no element with action_id %q", actionID)
	for _, b := range flat(blocks) {
		blockID := Text(b, "block_id")
		for _, e := range elements(b) {
			if Text(e, "action_id") != actionID || within != "" && blockID != within {
				continue
			}
			if seen := items(e, "visible_to_user_ids"); len(seen) > 0 && !slices.Contains(seen, any(person)) {
				continue
			}
			var action object
			if action, err = act(e, values); err != nil {
				continue
			}
			if initialState(e) != nil {
				chosen.set(blockID, actionID, maps.Clone(action))
			}
			action["action_id"], action["block_id"] = actionID, blockID
			return action, nil
		}
	}
	return nil, err
}

// act returns the action for the use of an element; for a stateful one it is also
// its new state.
func act(e object, chosen []string) (object, error) {
	kind := Text(e, "type")
	switch kind {
	case "button", "icon_button":
		if len(chosen) > 0 && chosen[0] != Text(e, "value") {
			return nil, fmt.Errorf("the button's value is %q", Text(e, "value"))
		}
		return clicked(e, e), nil
	case "feedback_buttons":
		for _, name := range []string{"positive_button", "negative_button"} {
			b, _ := e[name].(object)
			if len(chosen) == 1 && chosen[0] == Text(b, "value") {
				return clicked(e, b), nil
			}
		}
		return nil, fmt.Errorf("feedback_buttons have no button with value %q", chosen)
	case "overflow":
		options, err := optionsOf(e, chosen)
		if err != nil || len(options) != 1 {
			return nil, fmt.Errorf("one option must be chosen: %w", err)
		}
		return object{"type": kind, "selected_option": options[0]}, nil
	}
	return choose(e, kind, chosen)
}

func clicked(e, button object) object {
	action := object{"type": e["type"], "text": button["text"]}
	for _, name := range []string{"value", "style"} {
		if button[name] != nil {
			action[name] = button[name]
		}
	}
	return action
}

// choose returns the state of a stateful element after a choice. Choosing nothing
// clears it.
func choose(e object, kind string, chosen []string) (object, error) {
	fields, ok := stateFields[kind]
	if !ok {
		return nil, fmt.Errorf("a %s cannot be chosen from", kind)
	}
	values := []any{}
	for _, c := range chosen {
		values = append(values, c)
	}
	if fields.initial == "initial_option" || fields.initial == "initial_options" {
		var err error
		if values, err = optionsOf(e, chosen); err != nil {
			return nil, err
		}
	}
	state := object{"type": kind, fields.state: nil}
	switch {
	case isMany(fields.state):
		state[fields.state] = values
	case len(values) > 1:
		return nil, fmt.Errorf("a %s takes one value", kind)
	case len(values) == 1 && kind == "datetimepicker":
		state[fields.state] = whole(chosen[0])
	case len(values) == 1 && kind == "rich_text_input":
		state[fields.state] = Composed(chosen[0])[0]
	case len(values) == 1:
		state[fields.state] = values[0]
	}
	return state, nil
}

// optionsOf returns the options with the chosen values.
func optionsOf(e object, chosen []string) ([]any, error) {
	offered, found := offeredOptions(e), []any{}
	for _, value := range chosen {
		at := slices.IndexFunc(offered, func(o any) bool { return Text(o, "value") == value })
		if at < 0 {
			return nil, fmt.Errorf("there is no option with value %q", value)
		}
		found = append(found, offered[at])
	}
	return found, nil
}

// offeredOptions returns all options of an element, grouped or not.
func offeredOptions(e object) []any {
	offered := slices.Clip(items(e, "options"))
	for _, v := range items(e, "option_groups") {
		group, _ := v.(object)
		offered = append(offered, items(group, "options")...)
	}
	return offered
}
