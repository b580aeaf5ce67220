package wire

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"careeradvisor/knowledge"
)

// Click is what a person did with a button, a choice, a modal or a shortcut.
type Click struct {
	Key     string // what it is known by, since Slack may deliver it twice
	User    string
	Name    string // of the person, as Slack gives it; not their display name
	Action  string // what follows the colon of an action_id
	Value   string
	Values  []string // of a multiple choice
	Trigger string   // opens one modal, within 3 s
	URL     string   // answers where the click was made; a secret
	Again   bool     // see [Delivery]

	Channel   string
	Message   string // that the button is in, or that a shortcut was used on
	Thread    string // that the message is in
	Text      string // of the message of a shortcut, as Slack sends it
	Ephemeral bool   // only the person sees the message

	View      View // that the button is in, or that was submitted
	Submitted bool
}

// View is a modal or a Home tab that came with a click.
type View struct {
	ID    string
	Home  bool
	Meta  string // private_metadata
	state map[string]map[string]input
}

// input is the content of an element of a view.
type input struct {
	Value           string   `json:"value"`
	SelectedOption  option   `json:"selected_option"`
	SelectedOptions []option `json:"selected_options"`

	SelectedUser         string   `json:"selected_user"`
	SelectedUsers        []string `json:"selected_users"`
	SelectedConversation string   `json:"selected_conversation"`
}

type option struct {
	Value string `json:"value"`
}

// Input returns what was typed or chosen in the element with an action_id; several choices are
// separate values.
func (v View) Input(actionID string) []string {
	for _, block := range v.state {
		if all := block[actionID].values(); len(all) > 0 {
			return all
		}
	}
	return nil
}

func (in input) values() []string {
	all := slices.Concat(in.SelectedUsers, []string{in.SelectedUser, in.SelectedConversation, in.SelectedOption.Value, strings.TrimSpace(knowledge.Visible(in.Value))})
	for _, o := range in.SelectedOptions {
		all = append(all, o.Value)
	}
	return slices.DeleteFunc(all, func(value string) bool { return value == "" })
}

// Typed is the single value of an input; "" if there is none.
func (v View) Typed(actionID string) string {
	if all := v.Input(actionID); len(all) > 0 {
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
	} `json:"message"`
	Container struct {
		MessageTS   string `json:"message_ts"`
		ChannelID   string `json:"channel_id"`
		ThreadTS    string `json:"thread_ts"`
		IsEphemeral bool   `json:"is_ephemeral"`
	} `json:"container"`
	Actions []struct {
		input
		Type     string `json:"type"`
		ActionID string `json:"action_id"`
		ActionTS string `json:"action_ts"`
	} `json:"actions"`
	View struct {
		ID              string `json:"id"`
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
// "submit CALLBACK" of a modal, "shortcut CALLBACK".
func (i interaction) kind() string {
	switch i.Type {
	case "block_actions":
		if len(i.Actions) > 0 {
			id, _ := i.acted()
			name, _, _ := strings.Cut(id, ":")
			return "action " + name
		}
	case "view_submission":
		return "submit " + i.View.CallbackID
	case "shortcut", "message_action":
		return "shortcut " + i.CallbackID
	}
	return "interactive " + i.Type
}

// acted is the action_id and the value of the element that was clicked. An option of an overflow
// menu names its action before a colon.
func (i interaction) acted() (id, value string) {
	a := i.Actions[0]
	switch {
	case a.SelectedOption.Value == "":
		return a.ActionID, a.Value
	case a.Type == "overflow":
		id, value, _ = strings.Cut(a.SelectedOption.Value, ":")
		return id, value
	}
	return a.ActionID, a.SelectedOption.Value
}

// ReadClick reads an interaction.
func ReadClick(payload json.RawMessage) (Click, error) {
	var i interaction
	if err := json.Unmarshal(payload, &i); err != nil {
		return Click{}, err
	}
	c := Click{
		User: i.User.ID, Name: knowledge.Visible(cmp.Or(i.User.Username, i.User.Name)), Trigger: i.TriggerID, URL: i.ResponseURL,
		Channel: cmp.Or(i.Container.ChannelID, i.Channel.ID), Message: cmp.Or(i.Container.MessageTS, i.MessageTS, i.Message.TS),
		Thread: cmp.Or(i.Container.ThreadTS, i.Message.ThreadTS), Text: i.Message.Text, Ephemeral: i.Container.IsEphemeral,
		View: View{ID: i.View.ID, Home: i.View.Type == "home", Meta: i.View.PrivateMetadata, state: i.View.State.Values},
	}
	c.Key = "click:" + c.User + ":" + cmp.Or(i.ActionTS, i.TriggerID)
	switch i.Type {
	case "view_submission": // a modal that is sent twice counts once
		c.Submitted = true
		c.Key = "submit:" + c.User + ":" + i.View.ID + ":" + i.View.Hash
	case "block_actions":
		if len(i.Actions) > 0 {
			a := i.Actions[0]
			id, value := i.acted()
			_, c.Action, _ = strings.Cut(id, ":")
			c.Value, c.Values = value, a.values()
			c.Key = "click:" + c.User + ":" + a.ActionID + ":" + a.ActionTS
		}
	}
	return c, nil
}
