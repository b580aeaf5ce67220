package slackemu

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Submit sends the modal that a person has on top. Values are by action_id or
// block_id; several choices are separated by newlines. What is left out keeps
// what was chosen before or set first. As in Slack's client, a required input
// without a value, or text of the wrong length, cannot be sent.
func (s *Server) Submit(u User, v View, values map[string]string) (inv Invocation, err error) {
	s.change(func() {
		open := s.top(u)
		if open == nil || open.ID != v.ID {
			err = fmt.Errorf("slackemu: the view %s is not on top", v.ID)
			return
		}
		if err = open.fillIn(values); err != nil {
			err = fmt.Errorf("slackemu: %s cannot submit: %w", u.Name, err)
			return
		}
		open.Errors = nil
		s.touchDesks()
		payload := object{"type": "view_submission", "view": s.wireView(open), "response_urls": []any{}}
		s.interact(u, &inv, payload, func(e *envelope) { s.submitted(open, e) })
	})
	return inv, err
}

// top is the modal that a person has on top; nil without. Callers hold s.mu.
func (s *Server) top(u User) *view {
	stack := s.modals[u.ID]
	if len(stack) == 0 {
		return nil
	}
	return stack[len(stack)-1]
}

// fillIn puts values into the view's elements and checks that it may be sent.
func (v *view) fillIn(values map[string]string) error {
	used := map[string]bool{}
	for _, block := range decodeBlocks(v.Blocks) {
		b, _ := block.(object)
		blockID := textOf(b, "block_id")
		for _, e := range blockElements(b) {
			if initialState(e) == nil {
				continue
			}
			actionID := textOf(e, "action_id")
			for _, key := range []string{actionID, blockID} {
				value, given := values[key]
				if !given {
					continue
				}
				used[key] = true
				state, err := choose(e, textOf(e, "type"), lines(e, value))
				if err != nil {
					return fmt.Errorf("%s: %w", key, err)
				}
				v.choices.set(blockID, actionID, state)
				break
			}
			if err := v.sendable(b, e); err != nil {
				return err
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

// lines are the choices in a value; text inputs take it whole.
func lines(e object, value string) []string {
	switch {
	case value == "":
		return nil
	case strings.HasSuffix(textOf(e, "type"), "_input"):
		return []string{value}
	}
	return strings.Split(value, "\n")
}

// sendable refuses what Slack's client refuses before it asks the bot.
func (v *view) sendable(b, e object) error {
	blockID, kind := textOf(b, "block_id"), textOf(e, "type")
	state := initialState(e)
	if made, ok := v.choices[blockID][textOf(e, "action_id")]; ok {
		state = made
	}
	value := state[stateFields[kind].state]
	list, isList := value.([]any)
	if empty := value == nil || value == "" || isList && len(list) == 0; empty {
		if b["type"] == "input" && b["optional"] != true && kind != "checkboxes" {
			return fmt.Errorf("%s is required", blockID)
		}
		return nil
	}
	text, _ := value.(string)
	n := utf8.RuneCountInString(text)
	if kind == "plain_text_input" && (n < number(e["min_length"]) || e["max_length"] != nil && n > number(e["max_length"])) {
		return fmt.Errorf("%s has the wrong length", blockID)
	}
	return nil
}

// CloseView closes a modal and what was opened on top of it; the bot hears of
// it where notify_on_close says so.
func (s *Server) CloseView(u User, v View) (inv Invocation) {
	s.change(func() {
		stack := s.modals[u.ID]
		at := slices.IndexFunc(stack, func(open *view) bool { return open.ID == v.ID })
		if at < 0 {
			return
		}
		closed := stack[at]
		s.modals[u.ID] = stack[:at:at]
		s.touchDesks()
		if closed.NotifyOnClose {
			s.interact(u, &inv, object{"type": "view_closed", "view": s.wireView(closed), "is_cleared": false}, nil)
		}
	})
	return inv
}
