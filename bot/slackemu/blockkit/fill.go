package blockkit

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Fill puts values, keyed by action_id or block_id, into the elements of a modal.
// Like Slack's client it refuses to send a required input without a value or text
// of the wrong length. Several choices are separated by newlines; elements left out
// keep their state.
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
	case strings.HasSuffix(Text(e, "type"), "_input"):
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
	n := utf8.RuneCountInString(text)
	if kind == "plain_text_input" && (n < whole(e["min_length"]) || e["max_length"] != nil && n > whole(e["max_length"])) {
		return errors.New("has the wrong length")
	}
	return nil
}

// HasInput reports whether blocks include an input block with that block_id.
func HasInput(blocks []any, blockID string) bool {
	return slices.ContainsFunc(flat(blocks), func(b object) bool {
		return Text(b, "type") == "input" && Text(b, "block_id") == blockID
	})
}
