package wire

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
)

// figures hold what operators watch about the connection to Slack. Labels are Slack's names for its
// methods and errors, and their number is bounded.
type figures struct {
	calls    *prometheus.CounterVec
	call     *prometheus.HistogramVec
	ack      prometheus.Histogram
	waits    prometheus.Counter // calls that waited for their turn
	waited   prometheus.Counter // seconds that they waited
	asked    prometheus.Counter // seconds that Slack asked to wait
	opened   prometheus.Counter
	lostAcks prometheus.Counter
}

// The bounds of the histograms, in seconds. An ack has to reach Slack within three.
var (
	ackBuckets  = []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2, 3}
	callBuckets = []float64{.01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10}
)

func newFigures(to prometheus.Registerer, live *liveness, wanted int) *figures {
	register := promauto.With(to)
	counter := func(name, help string) prometheus.Counter {
		return register.NewCounter(prometheus.CounterOpts{Name: name, Help: help})
	}
	gauge := func(name, help string, value func() float64) {
		register.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, value)
	}
	gauge("advisor_sockets_connected", "Sockets connected now.", func() float64 { return float64(len(live.sockets())) })
	gauge("advisor_sockets_wanted", "Sockets that this process should keep open.", func() float64 { return float64(wanted) })
	gauge("advisor_app_connections", "Connections of the whole app, as Slack last counted them.", func() float64 { return float64(live.counted.Load()) })
	gauge("advisor_last_inbound_age_seconds", "Time since anything last came in on any socket, or since the start if nothing has.",
		func() float64 { return time.Since(time.Unix(0, live.last.Load())).Seconds() })
	return &figures{
		calls: register.NewCounterVec(prometheus.CounterOpts{
			Name: "advisor_slack_calls_total", Help: "Calls to Slack's Web API, by method and by outcome: ok, or the name of the error.",
		}, []string{"method", "code"}),
		call: register.NewHistogramVec(prometheus.HistogramOpts{
			Name: "advisor_slack_call_seconds", Help: "Calls to Slack's Web API, by method.", Buckets: callBuckets,
		}, []string{"method"}),
		ack: register.NewHistogram(prometheus.HistogramOpts{
			Name: "advisor_ack_seconds", Help: "From reading an envelope to handing its ack to the socket.", Buckets: ackBuckets,
		}),
		waits:    counter("advisor_slack_waits_total", "Calls that waited in line to stay within Slack's rate limits."),
		waited:   counter("advisor_slack_wait_seconds_total", "Seconds that calls waited in line to stay within Slack's rate limits."),
		asked:    counter("advisor_slack_retry_after_seconds_total", "Seconds that Slack asked to wait before the next call."),
		opened:   counter("advisor_sockets_opened_total", "Connections opened; those beyond the first of each socket are reconnects."),
		lostAcks: counter("advisor_acks_lost_total", "Acks that did not reach Slack, which delivers again."),
	}
}
