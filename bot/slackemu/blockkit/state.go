package blockkit

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
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
	"plain_text_input":     {"value", "initial_value"},
	"static_select":        {"selected_option", "initial_option"},
	"radio_buttons":        {"selected_option", "initial_option"},
	"multi_static_select":  {"selected_options", "initial_options"},
	"checkboxes":           {"selected_options", "initial_options"},
	"users_select":         {"selected_user", "initial_user"},
	"multi_users_select":   {"selected_users", "initial_users"},
	"conversations_select": {"selected_conversation", "initial_conversation"},
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

func isMany(stateField string) bool { return strings.HasSuffix(stateField, "s") }

// Act uses the first element with the action_id for which the values make sense, in
// the block within or, if that is "", in any. It remembers the choice and returns the
// action for a block_actions payload.
func Act(blocks []any, chosen Choices, within, actionID string, values []string) (map[string]any, error) {
	err := fmt.Errorf("there is no element with action_id %q", actionID)
	for _, b := range flat(blocks) {
		blockID := Text(b, "block_id")
		for _, e := range elements(b) {
			if Text(e, "action_id") != actionID || within != "" && blockID != within {
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
	case "button":
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
	case len(values) == 1:
		state[fields.state] = values[0]
	}
	return state, nil
}

// optionsOf returns the options with the chosen values.
func optionsOf(e object, chosen []string) ([]any, error) {
	found := []any{}
	for _, value := range chosen {
		offered := items(e, "options")
		at := slices.IndexFunc(offered, func(o any) bool { return Text(o, "value") == value })
		if at < 0 {
			return nil, fmt.Errorf("there is no option with value %q", value)
		}
		found = append(found, offered[at])
	}
	return found, nil
}

// Fill puts values, keyed by action_id or block_id, into the elements of a modal.
// Like Slack's client it refuses to send a required input without a value or text
// that is too long. Several choices are separated by newlines; elements left out keep
// their state.
func Fill(blocks []any, chosen Choices, values map[string]string) error {
	used := map[string]bool{}
	for _, b := range flat(blocks) {
		blockID := Text(b, "block_id")
		for _, e := range elements(b) {
			if initialState(e) == nil {
				continue
			}
			actionID := Text(e, "action_id")
			for _, key := range []string{actionID, blockID} {
				value, given := values[key]
				if !given {
					continue
				}
				used[key] = true
				state, err := choose(e, Text(e, "type"), lines(e, value))
				if err != nil {
					return fmt.Errorf("%s: %w", key, err)
				}
				chosen.set(blockID, actionID, state)
				break
			}
			if err := sendable(b, e, chosen.of(blockID, e)); err != nil {
				return fmt.Errorf("%s %w", blockID, err)
			}
		}
	}
	for key := range values {
		if !used[key] {
			return fmt.Errorf("there is no input %q", key)
		}
	}
	return nil
}

// lines splits a value into choices; text inputs take it whole.
func lines(e object, value string) []string {
	switch {
	case value == "":
		return nil
	case Text(e, "type") == "plain_text_input":
		return []string{value}
	}
	return strings.Split(value, "\n")
}

// sendable returns an error if an element of a block cannot be sent as it is.
func sendable(b, e, state object) error {
	kind := Text(e, "type")
	value := state[stateFields[kind].state]
	list, isList := value.([]any)
	if empty := value == nil || value == "" || isList && len(list) == 0; empty {
		if b["type"] == "input" && b["optional"] != true && kind != "checkboxes" {
			return errors.New("is required")
		}
		return nil
	}
	text, _ := value.(string)
	if e["max_length"] != nil && utf8.RuneCountInString(text) > whole(e["max_length"]) {
		return errors.New("is too long")
	}
	return nil
}

// HasInput reports whether blocks include an input block with that block_id.
func HasInput(blocks []any, blockID string) bool {
	return slices.ContainsFunc(flat(blocks), func(b object) bool {
		return Text(b, "type") == "input" && Text(b, "block_id") == blockID
	})
}
