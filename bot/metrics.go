package bot

import (
	"slices"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"

	"careeradvisor/bot/inbox"
	"careeradvisor/knowledge"
)

// metrics are the figures that an operator watches. Labels take their values from fixed tables and
// from Slack's names for its methods and errors, never from what people write, so their number is
// bounded and there is nothing personal in them.
type metrics struct {
	events  *prometheus.CounterVec
	jobs    *prometheus.CounterVec
	answers *prometheus.CounterVec
	votes   *prometheus.CounterVec
	answer  prometheus.Histogram
}

// The outcomes, in advisor_events_total, of deliveries that no queue takes.
const (
	ignored   = "ignored"   // not a question
	malformed = "malformed" // unreadable
)

// answerBuckets are bounds in seconds: an answer should be immediate, but waits when
// Slack limits the rate.
var answerBuckets = []float64{.01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 120}

// newMetrics exposes the figures for collection, and how much work waits.
func newMetrics(to prometheus.Registerer, waiting func() float64) *metrics {
	register := promauto.With(to)
	counters := func(name, help string, labels ...string) *prometheus.CounterVec {
		return register.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, labels)
	}
	register.NewGaugeFunc(prometheus.GaugeOpts{Name: "advisor_queue_depth", Help: "Work waiting for a worker."}, waiting)
	m := &metrics{
		events:  counters("advisor_events_total", "Deliveries from Slack, by type and outcome.", "type", "outcome"),
		jobs:    counters("advisor_jobs_total", "Work that deliveries asked for, by surface and outcome.", "surface", "outcome"),
		answers: counters("advisor_answers_total", "Questions answered, by kind of answer and by surface.", "kind", "surface"),
		votes:   counters("advisor_votes_total", "Votes on answers, by verdict; a changed vote counts again.", "verdict"),
		answer: register.NewHistogram(prometheus.HistogramOpts{
			Name: "advisor_answer_seconds", Help: "Time from starting on a question to posting its answer.", Buckets: answerBuckets,
		}),
	}
	for _, r := range new(Bot).routes() { // a series that begins with its first step shows no increase
		m.events.WithLabelValues(r.kind, inbox.Refused)
	}
	return m
}

// countEvent counts a delivery. Its label is limited to the kinds that have a route.
func (m *metrics) countEvent(kind, outcome string) {
	if !slices.ContainsFunc(new(Bot).routes(), func(r route) bool { return r.kind == kind }) {
		kind = "other"
	}
	m.events.WithLabelValues(kind, outcome).Inc()
}

func (m *metrics) countJob(surface, outcome string) {
	m.jobs.WithLabelValues(surface, outcome).Inc()
}

// Answered counts an answer.
func (m *metrics) Answered(surface string, kind knowledge.AnswerKind, took time.Duration) {
	m.answers.WithLabelValues(string(kind), surface).Inc()
	m.answer.Observe(took.Seconds())
}

// Unanswered counts a question that got no answer, and why.
func (m *metrics) Unanswered(surface, why string) { m.answers.WithLabelValues(why, surface).Inc() }

// Voted counts a vote.
func (m *metrics) Voted(verdict string) { m.votes.WithLabelValues(verdict).Inc() }
