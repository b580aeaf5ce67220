package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"careeradvisor/knowledge"
)

// click is what a person did with a button, a choice, a modal or a shortcut.
type click struct {
	key     string // what it is known by, though Slack may deliver it twice
	user    string
	name    string // of the person, as Slack gives it; not their display name
	action  string // what comes behind the colon of an action_id
	value   string
	values  []string // of a choice of several
	trigger string   // opens one modal, within 3 s
	url     string   // answers where the click was made; a secret
	again   bool     // see delivery.again

	channel   string
	message   string // that the button stands in, or that a shortcut was used on
	thread    string // that the message stands in
	text      string // of the message of a shortcut, as Slack sends it
	author    string // of that message; "" for a bot's
	ephemeral bool   // only the person sees the message

	view      view // that the button stands in, or that was submitted
	submitted bool
}

// view is a modal or a Home tab as it came with a click.
type view struct {
	id, root, hash, callback string
	home                     bool
	meta                     string // private_metadata
	state                    map[string]map[string]input
}

// input is what stands in an element of a view.
type input struct {
	Value           string   `json:"value"`
	SelectedOption  *option  `json:"selected_option"`
	SelectedOptions []option `json:"selected_options"`
}

type option struct {
	Value string `json:"value"`
}

// input is what was typed or chosen in the element with an action_id; several
// choices come one by one.
func (v view) input(actionID string) []string {
	for _, block := range v.state {
		in, ok := block[actionID]
		switch {
		case !ok:
			continue
		case in.SelectedOption != nil:
			return []string{in.SelectedOption.Value}
		case len(in.SelectedOptions) > 0:
			var all []string
			for _, o := range in.SelectedOptions {
				all = append(all, o.Value)
			}
			return all
		}
		if text := strings.TrimSpace(in.Value); text != "" {
			return []string{text}
		}
	}
	return nil
}

// typed is the one value of an input, "" for none.
func (v view) typed(actionID string) string {
	if all := v.input(actionID); len(all) > 0 {
		return all[0]
	}
	return ""
}

// interaction is the payload of a click as Slack sends it, as far as it is used.
type interaction struct {
	Type        string `json:"type"`
	CallbackID  string `json:"callback_id"`
	TriggerID   string `json:"trigger_id"`
	ResponseURL string `json:"response_url"`
	ActionTS    string `json:"action_ts"`
	MessageTS   string `json:"message_ts"`
	User        struct {
		ID       string `json:"id"`
		Username string `json:"username"`
		Name     string `json:"name"`
	} `json:"user"`
	Channel struct {
		ID string `json:"id"`
	} `json:"channel"`
	Message struct {
		TS       string `json:"ts"`
		ThreadTS string `json:"thread_ts"`
		Text     string `json:"text"`
		User     string `json:"user"`
		BotID    string `json:"bot_id"`
	} `json:"message"`
	Container struct {
		MessageTS   string `json:"message_ts"`
		ChannelID   string `json:"channel_id"`
		ThreadTS    string `json:"thread_ts"`
		IsEphemeral bool   `json:"is_ephemeral"`
	} `json:"container"`
	Actions []struct {
		input
		ActionID string `json:"action_id"`
		ActionTS string `json:"action_ts"`
	} `json:"actions"`
	View struct {
		ID              string `json:"id"`
		Root            string `json:"root_view_id"`
		Hash            string `json:"hash"`
		Type            string `json:"type"`
		CallbackID      string `json:"callback_id"`
		PrivateMetadata string `json:"private_metadata"`
		State           struct {
			Values map[string]map[string]input `json:"values"`
		} `json:"state"`
	} `json:"view"`
}

// kind is what the router knows the interaction by: "action NAME" of a button,
// "submit CALLBACK" and "close CALLBACK" of a modal, "shortcut CALLBACK".
func (i interaction) kind() string {
	switch i.Type {
	case "block_actions":
		if len(i.Actions) > 0 {
			name, _, _ := strings.Cut(i.Actions[0].ActionID, ":")
			return "action " + name
		}
	case "view_submission":
		return "submit " + i.View.CallbackID
	case "view_closed":
		return "close " + i.View.CallbackID
	case "shortcut", "message_action":
		return "shortcut " + i.CallbackID
	}
	return "interactive " + i.Type
}

// readClick reads an interaction.
func readClick(payload json.RawMessage) (click, error) {
	var i interaction
	if err := json.Unmarshal(payload, &i); err != nil {
		return click{}, err
	}
	c := click{
		user: i.User.ID, name: or(i.User.Username, i.User.Name), trigger: i.TriggerID, url: i.ResponseURL,
		channel: or(i.Container.ChannelID, i.Channel.ID), message: or(i.Container.MessageTS, or(i.MessageTS, i.Message.TS)),
		thread: or(i.Container.ThreadTS, i.Message.ThreadTS), text: i.Message.Text, ephemeral: i.Container.IsEphemeral,
		view: view{id: i.View.ID, root: i.View.Root, hash: i.View.Hash, callback: i.View.CallbackID, home: i.View.Type == "home",
			meta: i.View.PrivateMetadata, state: i.View.State.Values},
	}
	if i.Message.BotID == "" {
		c.author = i.Message.User
	}
	c.key = "click:" + c.user + ":" + or(i.ActionTS, i.TriggerID)
	switch i.Type {
	case "view_submission": // a modal that is sent twice counts once
		c.submitted = true
		c.key = "submit:" + c.user + ":" + i.View.ID + ":" + i.View.Hash
	case "block_actions":
		if len(i.Actions) > 0 {
			a := i.Actions[0]
			_, c.action, _ = strings.Cut(a.ActionID, ":")
			c.value = a.Value
			if a.SelectedOption != nil {
				c.value = a.SelectedOption.Value
			}
			for _, o := range a.SelectedOptions {
				c.values = append(c.values, o.Value)
			}
			c.key = "click:" + c.user + ":" + a.ActionID + ":" + a.ActionTS
		}
	}
	return c, nil
}

// clicked makes a taker of what a click does. Clicks in one message, and those
// of one person in views, are done one after another.
func clicked(surface string, do func(*Bot, context.Context, click) error) taker {
	return func(b *Bot, d delivery) (job, bool) {
		c, err := readClick(d.payload)
		if err != nil || c.user == "" {
			b.log.Warn("a click could not be read", errAttr(err))
			return job{}, false
		}
		c.again = d.again
		lane := "person:" + c.user
		if c.message != "" {
			lane = "message:" + c.channel + ":" + c.message
		}
		return job{
			surface: surface,
			names:   []string{c.key, "envelope:" + d.envelope},
			person:  c.user,
			lane:    lane,
			do:      func(ctx context.Context) error { return do(b, ctx, c) },
			say:     func(ctx context.Context, sentence string) error { return b.tell(ctx, c, sentence) },
		}, true
	}
}

// tell says a sentence to the person who clicked, and to nobody else: where the
// click was made, or else in their direct messages.
func (b *Bot) tell(ctx context.Context, c click, sentence string) error {
	_, err := b.deliver(ctx, b.privately(c), note(sentence, ""))
	return err
}

// privately is where only the person who clicked reads.
func (b *Bot) privately(c click) place {
	if c.channel == "" {
		return conversation{api: b.api, channel: c.user}
	}
	return &whisper{http: b.http, url: c.url, api: b.api, channel: c.channel, thread: c.thread, user: c.user}
}

// outdated takes clicks on what no longer does anything: of an earlier release,
// or made up.
func (b *Bot) outdated(ctx context.Context, c click) error {
	return b.tell(ctx, c, saysOldButton)
}

// gone is what a person reads who clicks on something that is not kept any more.
func gone(what string) error {
	return &knowledge.Error{Say: fmt.Sprintf(saysGone, what), Cause: knowledge.ErrNotFound}
}

// isAdmin tells who sees the gap board.
func (b *Bot) isAdmin(user string) bool { return slices.Contains(b.cfg.Admins, user) }
