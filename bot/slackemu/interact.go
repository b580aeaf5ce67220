package slackemu

import (
	"fmt"
	"slices"
	"strings"

	"careeradvisor/bot/slackemu/blockkit"
)

// Invocation is an action that Slack passes on to the bot.
type Invocation struct {
	EnvelopeID  string // empty if nothing was passed on
	TriggerID   string
	ResponseURL string // empty if Slack gives none: views, global shortcuts
}

// Command runs a slash command. If the command is not registered, or the app lacks the scope, the
// Invocation has no envelope.
func (s *Person) Command(c Channel, u User, command, text string) (inv Invocation) {
	s.change(func() {
		if !slices.Contains(s.opts.Commands, command) || !s.granted("commands") {
			s.notice(u.ID, "unknown_command", command+" is not a valid command.", "")
			return
		}
		ch := s.channel(c.ID)
		inv.TriggerID, inv.ResponseURL = s.newTrigger(u.ID), s.newResponseURL(u.ID, ch, "")
		payload := object{
			"token": "verification", "team_id": teamID, "team_domain": teamDomain, "channel_id": ch.ID,
			"channel_name": commandChannel(ch), "user_id": u.ID, "user_name": u.Name, "command": command, "text": text,
			"api_app_id": appID, "is_enterprise_install": "false", "response_url": inv.ResponseURL, "trigger_id": inv.TriggerID,
		}
		e := newEnvelope("slash_commands", command, payload)
		r := &response{user: u.ID, channel: ch}
		e.onAck = func() { s.answerCommand(r, e) }
		e.onFail = func(code string) { s.commandFailed(r, e, code) }
		inv.EnvelopeID = s.deliver(e).ID
	})
	return inv
}

// commandChannel is the channel name in a command: private channels are not named.
func commandChannel(ch *channel) string {
	if ch.IsPrivate {
		return "privategroup"
	}
	return ch.Name
}

// commandFailed tells the person as Slackbot does. Callers hold s.mu.
func (s *Person) commandFailed(r *response, e *envelope, code string) {
	text := fmt.Sprintf("%s failed with the error %q", e.Event, code)
	s.notice(r.user, code, text, e.ID)
	s.add(r.channel, &post{Message: Message{User: slackbot, Text: text, EphemeralTo: r.user}})
}

// Click uses an interactive element of a message as it is now. The values select among elements
// with the same action_id and say what is chosen: the value of a button or an option, or a user;
// several for a multiple choice, none for a plain button.
func (s *Person) Click(u User, m Message, actionID string, value ...string) (inv Invocation, err error) {
	return s.ClickIn(u, m, "", actionID, value...)
}

// ClickIn is Click within one block, for an action_id that occurs in several; ""
// means any block.
func (s *Person) ClickIn(u User, m Message, blockID, actionID string, value ...string) (inv Invocation, err error) {
	s.change(func() {
		ch := s.channel(m.Channel)
		p := ch.find(m.TS)
		if p == nil {
			err = fmt.Errorf("slackemu: the message %s is gone", m.TS)
			return
		}
		if p.chosen[u.ID] == nil {
			p.chosen[u.ID] = blockkit.Choices{}
		}
		var payload object
		if payload, err = s.blockAction(u, blockkit.Blocks(p.Blocks), p.chosen[u.ID], blockID, actionID, value); err != nil {
			return
		}
		s.touch(ch, p)
		inv.ResponseURL = s.newResponseURL(u.ID, ch, p.TS)
		payload["response_url"] = inv.ResponseURL
		payload["channel"] = object{"id": ch.ID, "name": commandChannel(ch)}
		container := object{"type": "message", "message_ts": p.TS, "channel_id": ch.ID, "is_ephemeral": !p.visible()}
		if p.ThreadTS != "" {
			container["thread_ts"] = p.ThreadTS
		}
		payload["container"] = container
		if p.visible() { // the content of an ephemeral message is not kept by Slack
			payload["message"] = s.wireMessage(ch, p)
		}
		s.interact(u, &inv, payload, nil)
	})
	return inv, err
}

// ClickView uses an interactive element of a modal or Home tab; see Click.
func (s *Person) ClickView(u User, v View, actionID string, value ...string) (inv Invocation, err error) {
	return s.ClickViewIn(u, v, "", actionID, value...)
}

// ClickViewIn is ClickView within one block; see ClickIn.
func (s *Person) ClickViewIn(u User, v View, blockID, actionID string, value ...string) (inv Invocation, err error) {
	s.change(func() {
		open := s.findView(v.ID)
		if open == nil || open.User != u.ID {
			err = fmt.Errorf("slackemu: the view %s is not open", v.ID)
			return
		}
		var payload object
		if payload, err = s.blockAction(u, blockkit.Blocks(open.Blocks), open.choices, blockID, actionID, value); err != nil {
			return
		}
		s.touchDesks()
		payload["container"] = object{"type": "view", "view_id": open.ID}
		payload["view"] = s.wireView(open)
		s.interact(u, &inv, payload, nil)
	})
	return inv, err
}

// blockAction builds the payload for the use of an element; see [blockkit.Act].
func (s *Person) blockAction(u User, blocks []any, chosen blockkit.Choices, within, actionID string, value []string) (object, error) {
	action, err := blockkit.Act(blocks, chosen, within, actionID, value)
	if err != nil {
		return nil, fmt.Errorf("slackemu: %s cannot act: %w", u.Name, err)
	}
	action["action_ts"] = s.newTS()
	return object{"type": "block_actions", "actions": []object{action}, "state": blockkit.State(blocks, chosen)}, nil
}

// interact completes a payload and delivers it. Callers hold s.mu.
func (s *Person) interact(u User, inv *Invocation, payload object, onAck func(e *envelope)) {
	inv.TriggerID = s.newTrigger(u.ID)
	payload = with(payload, object{
		"token": "verification", "api_app_id": appID, "trigger_id": inv.TriggerID, "enterprise": nil, "is_enterprise_install": false,
		"team": object{"id": teamID, "domain": teamDomain},
		"user": object{"id": u.ID, "username": u.Name, "name": u.Name, "team_id": teamID},
	})
	e := newEnvelope("interactive", blockkit.Text(payload, "type"), payload)
	if onAck != nil {
		e.onAck = func() { onAck(e) }
	}
	e.onFail = func(code string) {
		text := "The app did not respond."
		if strings.HasPrefix(e.Event, "view_") {
			code, text = "trouble_connecting", "We had some trouble connecting. Try again?"
		}
		s.notice(u.ID, code, text, e.ID)
	}
	inv.EnvelopeID = s.deliver(e).ID
}

// Shortcut runs a global shortcut.
func (s *Person) Shortcut(u User, callbackID string) (inv Invocation) {
	s.change(func() {
		s.interact(u, &inv, object{"type": "shortcut", "callback_id": callbackID, "action_ts": s.newTS()}, nil)
	})
	return inv
}

// MessageShortcut runs a message shortcut.
func (s *Person) MessageShortcut(u User, m Message, callbackID string) (inv Invocation) {
	s.change(func() {
		ch, p := s.mustFind(m)
		inv.ResponseURL = s.newResponseURL(u.ID, ch, "")
		s.interact(u, &inv, object{
			"type": "message_action", "callback_id": callbackID, "action_ts": s.newTS(), "message_ts": p.TS,
			"response_url": inv.ResponseURL, "channel": object{"id": ch.ID, "name": commandChannel(ch)},
			"message": s.wireMessage(ch, p),
		}, nil)
	})
	return inv
}

// Type fills in a view without sending it; see Submit.
func (s *Person) Type(u User, v View, values map[string]string) (err error) {
	s.change(func() {
		if open := s.findView(v.ID); open != nil && open.User == u.ID {
			err = blockkit.Fill(blockkit.Blocks(open.Blocks), open.choices, values)
		}
	})
	return err
}

// Submit sends the topmost modal of a person. Values are keyed by action_id or
// block_id; several choices are separated by newlines; inputs left out keep their
// state. See [blockkit.Sendable] for what Slack's client does not send.
func (s *Person) Submit(u User, v View, values map[string]string) (inv Invocation, err error) {
	s.change(func() {
		open := s.top(u)
		if open == nil || open.ID != v.ID {
			err = fmt.Errorf("slackemu: the view %s is not on top", v.ID)
			return
		}
		blocks := blockkit.Blocks(open.Blocks)
		if err = blockkit.Fill(blocks, open.choices, values); err == nil {
			err = blockkit.Sendable(blocks, open.choices)
		}
		if err != nil {
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

// top returns the topmost modal of a person, or nil. Callers hold s.mu.
func (s *desk) top(u User) *view {
	stack := s.modals[u.ID]
	if len(stack) == 0 {
		return nil
	}
	return stack[len(stack)-1]
}

// CloseView closes a modal and those on top of it; the bot hears of it if
// notify_on_close is set.
func (s *Person) CloseView(u User, v View) (inv Invocation) {
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
