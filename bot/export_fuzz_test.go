package bot

import (
	"context"
	"encoding/json"
	"errors"

	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// RenderWithAll is an answer with all the controls that there can be.
func RenderWithAll(a knowledge.Answer, asked string) []Rendered {
	c := render.Controls{Turn: "t", Next: a.Suggestions[:min(3, len(a.Suggestions))], Share: true, Plan: true, Why: true, Person: true, Vote: true}
	var all []Rendered
	for _, m := range render.Answer(a, asked, c) {
		all = append(all, Rendered{m.Text, m.Blocks})
		all = append(all, Rendered{m.Text, render.Plainer(m.Blocks, 1)}, Rendered{m.Text, render.Plainer(m.Blocks, 2)})
	}
	return all
}

// Routed is the job that an envelope leads to.
type Routed struct {
	Surface, Lane string
	Names         []string
	Reply         any
	Do            func(context.Context) error
	Outside       bool // the envelope says where to answer
}

// Route reads an envelope the way the socket does.
func (b *Bot) Route(id, kind string, payload []byte) (r Routed, ok bool, err error) {
	d, err := wire.Open(wire.Envelope{ID: id, Type: kind, Payload: payload})
	if err != nil {
		return r, false, err
	}
	j, ok := b.route(d)
	r = Routed{Surface: j.Surface, Lane: j.Lane, Names: j.Names, Reply: j.Reply, Do: j.Do}
	var outside struct {
		URL string `json:"response_url"`
	}
	_ = json.Unmarshal(payload, &outside)
	r.Outside = outside.URL != ""
	if ok && j.Do != nil {
		r.Do = func(ctx context.Context) error { return knowledge.Guard(func() error { return j.Do(ctx) }) }
	}
	return r, ok, nil
}

// IsPanic tells a panic from other errors.
func IsPanic(err error) bool {
	_, ok := errors.AsType[*knowledge.Panic](err)
	return ok
}
