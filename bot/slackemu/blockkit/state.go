package blockkit

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// Choices holds what a person chose or typed, by block_id and action_id.
type Choices map[[2]string]map[string]any

// State returns the state of blocks the way interactions report it.
func State(blocks []any, chosen Choices) map[string]any {
	values := object{}
	for b, e := range inUse(blocks) {
		state := chosen.of(b, e)
		if state == nil {
			continue
		}
		blockID := Text(b, "block_id")
		if values[blockID] == nil {
			values[blockID] = object{}
		}
		values[blockID].(object)[Text(e, "action_id")] = state
	}
	return object{"values": values}
}

// inUse returns the elements that people can use, each with its block.
func inUse(blocks []any) iter.Seq2[object, object] {
	return func(yield func(b, e object) bool) {
		for _, b := range flat(blocks) {
			for _, e := range elements(b) {
				if !yield(b, e) {
					return
				}
			}
		}
	}
}

func place(b, e object) [2]string { return [2]string{Text(b, "block_id"), Text(e, "action_id")} }

// of returns the state of an element: as chosen, or else as the bot set it
// initially; nil for elements without state.
func (c Choices) of(b, e object) object {
	state := initialState(e)
	if made, ok := c[place(b, e)]; ok && state != nil {
		return made
	}
	return state
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

// Act uses the first element with the action_id for which the values make sense, in the block named
// by within or, if that is "", in any block. It remembers the choice and returns the action for a
// block_actions payload.
func Act(blocks []any, chosen Choices, within, actionID string, values []string) (map[string]any, error) {
	err := fmt.Errorf("there is no element with action_id %q", actionID)
	for b, e := range inUse(blocks) {
		at := place(b, e)
		if at[1] != actionID || within != "" && at[0] != within {
			continue
		}
		var action object
		if action, err = act(e, values); err != nil {
			continue
		}
		if initialState(e) != nil {
			chosen[at] = maps.Clone(action)
		}
		action["block_id"], action["action_id"] = at[0], at[1]
		return action, nil
	}
	return nil, err
}

// act returns the action that using an element causes; for a stateful element, that is also its new
// state.
func act(e object, chosen []string) (object, error) {
	switch kind := Text(e, "type"); kind {
	case "button":
		if len(chosen) > 0 && chosen[0] != Text(e, "value") {
			return nil, fmt.Errorf("the button's value is %q", Text(e, "value"))
		}
		return clicked(kind, e), nil
	case "feedback_buttons":
		for _, name := range []string{"positive_button", "negative_button"} {
			if b, _ := e[name].(object); slices.Equal(chosen, []string{Text(b, "value")}) {
				return clicked(kind, b), nil
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
	return choose(e, chosen)
}

func clicked(kind string, button object) object {
	action := object{"type": kind, "text": button["text"]}
	for _, name := range []string{"value", "style"} {
		if button[name] != nil {
			action[name] = button[name]
		}
	}
	return action
}

// choose returns the state of a stateful element after a choice. Choosing nothing
// clears it.
func choose(e object, chosen []string) (object, error) {
	kind := Text(e, "type")
	field := stateFields[kind].state
	values := []any{}
	for _, c := range chosen {
		values = append(values, c)
	}
	if strings.HasPrefix(field, "selected_option") {
		var err error
		if values, err = optionsOf(e, chosen); err != nil {
			return nil, err
		}
	}
	state := object{"type": kind, field: nil}
	switch {
	case isMany(field):
		state[field] = values
	case len(values) > 1:
		return nil, fmt.Errorf("a %s takes one value", kind)
	case len(values) == 1:
		state[field] = values[0]
	}
	return state, nil
}

// optionsOf returns the options with the chosen values.
func optionsOf(e object, chosen []string) ([]any, error) {
	offered, found := items(e, "options"), []any{}
	for _, value := range chosen {
		at := slices.IndexFunc(offered, func(o any) bool { return Text(o, "value") == value })
		if at < 0 {
			return nil, fmt.Errorf("there is no option with value %q", value)
		}
		found = append(found, offered[at])
	}
	return found, nil
}

// Fill puts values, keyed by action_id or block_id, into the elements of a view.
// Several choices are separated by newlines; elements left out keep their state.
func Fill(blocks []any, chosen Choices, values map[string]string) error {
	left := maps.Clone(values)
	for b, e := range inUse(blocks) {
		if initialState(e) == nil {
			continue
		}
		at := place(b, e)
		for _, key := range at {
			value, given := values[key]
			if !given {
				continue
			}
			delete(left, key)
			state, err := choose(e, lines(e, value))
			if err != nil {
				return fmt.Errorf("%s: %w", key, err)
			}
			chosen[at] = state
		}
	}
	if unknown := slices.Sorted(maps.Keys(left)); len(unknown) > 0 {
		return fmt.Errorf("there is no input %q", unknown[0])
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

// Sendable returns an error for what Slack's client does not send: a required input
// without a value, or text that is too long.
func Sendable(blocks []any, chosen Choices) error {
	for b, e := range inUse(blocks) {
		if state := chosen.of(b, e); state != nil {
			if err := sendable(b, e, state); err != nil {
				return fmt.Errorf("%s %w", Text(b, "block_id"), err)
			}
		}
	}
	return nil
}

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
