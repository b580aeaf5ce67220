package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/socketmode"

	"careeradvisor/bot/wire"
)

// intake stands between one socket and the workers. Everything it does must be
// quick: while it holds an event, the socket's own buffer fills and the socket
// dies.
type intake struct {
	*Bot
	ctx    context.Context // of the socket, for acks
	socket *socketmode.Client
	inbox  *inbox
	hasten atomic.Pointer[context.CancelCauseFunc] // makes run begin anew
}

// listen takes events until ctx ends, and then those that have arrived, or until
// the socket ends. Slack's client never closes its channel, and may still send when
// it has ended.
func (in *intake) listen(ctx context.Context, ended <-chan error) error {
	for {
		select {
		case <-ctx.Done():
			for len(in.socket.Events) > 0 {
				in.event(<-in.socket.Events)
			}
			return nil
		case err := <-ended:
			return in.lost(err)
		case e := <-in.socket.Events:
			in.event(e)
		}
	}
}

// lost explains why the socket ended for good.
func (in *intake) lost(err error) error {
	if _, ok := errors.AsType[*panicked](err); ok {
		return fmt.Errorf("run the Slack client: %w", err)
	}
	return in.explain(appToken, err)
}

// event handles one event of the client.
func (in *intake) event(e socketmode.Event) {
	switch data := e.Data.(type) {
	case *slack.ConnectionErrorEvent:
		in.noConnection(data)
		return
	case *socketmode.ConnectedEvent:
		in.metrics.opened.Inc()
		in.trouble.over()
		return
	case *socketmode.ErrorWriteFailed:
		in.metrics.lostAcks.Inc()
		in.log.Warn("an ack was not sent; Slack will deliver again", "error", data.Cause)
		return
	case *slack.IncomingEventError:
		in.log.Warn("the connection to Slack broke", "error", data.ErrorObj)
		return
	case *socketmode.ErrorBadMessage:
		in.badMessage(data)
		return
	}
	switch {
	case e.Type == socketmode.EventTypeHello && e.Request != nil:
		in.log.Info("connected to Slack", "connections", e.Request.NumConnections)
		in.crowd(e.Request.NumConnections)
	case e.Request != nil:
		in.envelope(e.Request.EnvelopeID, e.Request.Type, e.Request.Payload)
	}
}

// badMessage takes what the client could not make sense of. One odd field is
// enough for that, so the envelope gets another chance here; it is acked in any
// case, or Slack would deliver it again and again.
func (in *intake) badMessage(bad *socketmode.ErrorBadMessage) {
	var e struct {
		ID      string          `json:"envelope_id"`
		Type    string          `json:"type"`
		Payload json.RawMessage `json:"payload"`
	}
	in.log.Warn("the Slack client could not read an envelope", "error", bad.Cause)
	if err := json.Unmarshal(bad.Message, &e); err != nil || e.ID == "" {
		in.countEvent(e.Type, malformed)
		return
	}
	in.envelope(e.ID, e.Type, e.Payload)
}

// envelope acks an envelope and hands its work on; a panic in reading it costs
// this envelope only.
func (in *intake) envelope(id, envelopeType string, payload json.RawMessage) {
	arrived := time.Now()
	err := guard(func() error {
		d, err := wire.Open(id, envelopeType, payload)
		if err != nil {
			return err
		}
		d.Arrived = arrived
		in.delivery(d)
		return nil
	})
	if err != nil {
		in.countEvent(envelopeType, malformed)
		in.log.Warn("an envelope could not be read", "type", envelopeType, "error", err)
		in.ack(id, nil)
	}
}

func (in *intake) delivery(d wire.Delivery) {
	j, ok := in.route(d)
	if !ok {
		in.countEvent(d.Kind, ignored)
		in.log.Debug("ignored", "kind", d.Kind)
		in.ack(d.Envelope, nil)
		return
	}
	a := arrival{d, j, func(payload any) {
		in.ack(d.Envelope, payload)
		in.metrics.ack.Observe(time.Since(d.Arrived).Seconds())
	}}
	if j.do == nil {
		in.countEvent(d.Kind, taken)
		a.ack(j.reply)
		return
	}
	if !in.inbox.arrive(a) {
		in.inbox.busy(a)
	}
}

// ack tells Slack that an envelope arrived. It waits for room in the client's
// queue, not for the socket.
func (in *intake) ack(envelope string, payload any) {
	if envelope == "" {
		return
	}
	ctx, cancel := context.WithTimeout(in.ctx, ackWithin)
	defer cancel()
	if err := in.socket.AckCtx(ctx, envelope, payload); err != nil {
		in.metrics.lostAcks.Inc()
		in.log.Warn("an ack found no way to Slack", "error", err)
	}
}
