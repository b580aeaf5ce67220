package bot

import (
	"context"
	"errors"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"careeradvisor/knowledge"
)

// metrics are the figures that an operator watches. Labels take their values from
// fixed tables and from Slack's names for its methods and errors, never from what
// people write, so that their number is bounded and nothing personal is in them.
type metrics struct {
	events   *prometheus.CounterVec
	jobs     *prometheus.CounterVec
	answers  *prometheus.CounterVec
	votes    *prometheus.CounterVec
	calls    *prometheus.CounterVec
	ack      prometheus.Histogram
	answer   prometheus.Histogram
	call     *prometheus.HistogramVec
	waits    prometheus.Counter // calls that waited for their turn
	waited   prometheus.Counter // seconds that they waited
	asked    prometheus.Counter // seconds that Slack asked to wait
	opened   prometheus.Counter
	lostAcks prometheus.Counter
}

// What becomes of a delivery: the outcomes of advisor_events_total.
const (
	taken     = "taken"     // handed on, to be worked
	ignored   = "ignored"   // nobody's question
	duplicate = "duplicate" // a delivery of what was already taken
	refused   = "refused"   // too much was waiting
	malformed = "malformed" // not to be read
)

// How work ends: the outcomes of advisor_jobs_total.
const (
	jobDone    = "done"
	jobFailed  = "failed"
	jobStopped = "stopped" // by the end of the process, before it was done
	jobPutOff  = "put_off" // Slack did not take the answer; it is tried again
)

// Bounds of the histograms, in seconds. An ack has to be with Slack within three;
// an answer is to be there at once, but waits where Slack limits the rate.
var (
	ackBuckets    = []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2, 3}
	answerBuckets = []float64{.01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 120}
	callBuckets   = []float64{.01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10}
)

func newMetrics() *metrics {
	counter := func(name, help string) prometheus.Counter {
		return prometheus.NewCounter(prometheus.CounterOpts{Name: name, Help: help})
	}
	counters := func(name, help string, labels ...string) *prometheus.CounterVec {
		return prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, labels)
	}
	histogram := func(name, help string, buckets []float64) prometheus.Histogram {
		return prometheus.NewHistogram(prometheus.HistogramOpts{Name: name, Help: help, Buckets: buckets})
	}
	m := &metrics{
		events:   counters("advisor_events_total", "Deliveries from Slack, by type and by what became of them.", "type", "outcome"),
		jobs:     counters("advisor_jobs_total", "Work that deliveries asked for, by surface and by how it ended.", "surface", "outcome"),
		answers:  counters("advisor_answers_total", "Questions answered, by kind of answer and by surface.", "kind", "surface"),
		votes:    counters("advisor_votes_total", "Votes on answers, by verdict; a changed vote counts again.", "verdict"),
		calls:    counters("advisor_slack_calls_total", "Calls to Slack's Web API, by method and by ok or the name of the error.", "method", "code"),
		ack:      histogram("advisor_ack_seconds", "From reading an envelope to handing its ack to the socket.", ackBuckets),
		answer:   histogram("advisor_answer_seconds", "From the start of the work on a question to its answer being posted.", answerBuckets),
		waits:    counter("advisor_slack_waits_total", "Calls that waited in line so as to keep to Slack's rate limits."),
		waited:   counter("advisor_slack_wait_seconds_total", "Seconds that calls waited in line so as to keep to Slack's rate limits."),
		asked:    counter("advisor_slack_retry_after_seconds_total", "Seconds that Slack asked to wait before the next call."),
		opened:   counter("advisor_sockets_opened_total", "Connections opened; those beyond the first of each socket are reconnects."),
		lostAcks: counter("advisor_acks_lost_total", "Acks that did not reach Slack, which delivers again."),
		call: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "advisor_slack_call_seconds", Help: "Calls to Slack's Web API, by method.", Buckets: callBuckets,
		}, []string{"method"}),
	}
	for _, r := range routes() { // a series that begins with its first step shows no increase
		m.events.WithLabelValues(r.kind, refused)
	}
	return m
}

// register shows the figures of b to whoever collects them; with nil nobody does.
func (b *Bot) register(to prometheus.Registerer) error {
	if to == nil {
		return nil
	}
	gauge := func(name, help string, value func() float64) prometheus.Collector {
		return prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, value)
	}
	m := b.metrics
	var errs []error
	for _, c := range []prometheus.Collector{
		m.events, m.jobs, m.answers, m.votes, m.calls, m.ack, m.answer, m.call, m.waits, m.waited, m.asked, m.opened, m.lostAcks,
		gauge("advisor_sockets_connected", "Sockets that are connected now.", func() float64 { return float64(len(b.line.sockets())) }),
		gauge("advisor_sockets_wanted", "Sockets that this process is to keep open.", func() float64 { return float64(b.cfg.Connections) }),
		gauge("advisor_app_connections", "Connections of the whole app, as Slack last counted them.", func() float64 { return float64(b.line.counted.Load()) }),
		gauge("advisor_last_inbound_age_seconds", "Since something last came in on any socket; since the start where nothing did.",
			func() float64 { return time.Since(b.line.lastInbound()).Seconds() }),
		gauge("advisor_queue_depth", "Work that waits for a worker.", func() float64 { return float64(b.waiting()) }),
	} {
		errs = append(errs, to.Register(c))
	}
	return errors.Join(errs...)
}

// waiting is how much work waits for a worker; none before Run.
func (b *Bot) waiting() int {
	if p := b.pool.Load(); p != nil {
		return p.depth()
	}
	return 0
}

// countEvent counts a delivery.
func (b *Bot) countEvent(kind, outcome string) {
	b.metrics.events.WithLabelValues(knownKind(kind), outcome).Inc()
}

// knownKind keeps what Slack may call a delivery to the kinds that have a route.
func knownKind(kind string) string {
	for _, r := range routes() {
		if r.kind == kind {
			return kind
		}
	}
	return "other"
}

// countJob counts work that ended.
func (b *Bot) countJob(surface, outcome string) {
	b.metrics.jobs.WithLabelValues(surface, outcome).Inc()
}

// countAnswer counts an answer.
func (b *Bot) countAnswer(surface string, kind knowledge.AnswerKind, took time.Duration) {
	b.metrics.answers.WithLabelValues(string(kind), surface).Inc()
	b.metrics.answer.Observe(took.Seconds())
}

// countSilence counts an answer that was better not given.
func (b *Bot) countSilence(surface string) {
	b.metrics.answers.WithLabelValues("silent", surface).Inc()
}

// countSlowed counts a question that was not answered because its asker asks too
// fast.
func (b *Bot) countSlowed(surface string) {
	b.metrics.answers.WithLabelValues("slowed", surface).Inc()
}

// timed counts the waits of a limiter.
func (m *metrics) timed(sleep func(context.Context, time.Duration) error) func(context.Context, time.Duration) error {
	return func(ctx context.Context, d time.Duration) error {
		m.waits.Inc()
		began := time.Now()
		err := sleep(ctx, d)
		m.waited.Add(time.Since(began).Seconds())
		return err
	}
}
