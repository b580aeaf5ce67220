package main

import (
	"context"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"careeradvisor/bot/memory"
	"careeradvisor/knowledge/library"
)

// newFigures makes the registry of the process's figures, including the runtime's.
func newFigures() *prometheus.Registry {
	r := prometheus.NewRegistry()
	r.MustRegister(
		collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "advisor_build_info", Help: "Always 1; the label version says which version is running.", ConstLabels: prometheus.Labels{"version": version},
		}, func() float64 { return 1 }),
	)
	return r
}

// stock shows the figures of the library and of the store, which have to be asked for. That is done
// when someone collects them, within a time limit, and no more often than they change. If the store
// does not answer, its figures are missing and advisor_store_up is 0.
type stock struct {
	library *library.Library
	memory  memory.Store
	now     func() time.Time

	mu   sync.Mutex
	kept []prometheus.Metric // of the store
	at   time.Time
}

const (
	askWithin  = 3 * time.Second
	stockStays = 10 * time.Second
	gapsSince  = 30 * 24 * time.Hour // as the gap board shows them
	mostGaps   = 1000                // that are counted
)

var (
	documentsDesc  = prometheus.NewDesc("advisor_documents", "Documents that are open.", nil, nil)
	passagesDesc   = prometheus.NewDesc("advisor_passages", "Passages of the documents that are open.", nil, nil)
	renewalsDesc   = prometheus.NewDesc("advisor_renewals_total", "How often changed documents were reopened, by outcome.", []string{"outcome"}, nil)
	staleDesc      = prometheus.NewDesc("advisor_documents_stale", "1 if the documents have changed and cannot be reopened, otherwise 0.", nil, nil)
	leftOutDesc    = prometheus.NewDesc("advisor_files_left_out", "Files that could not be read as documents.", nil, nil)
	vectorsDesc    = prometheus.NewDesc("advisor_vectors", "Texts of the documents that have a vector.", nil, nil)
	wantedDesc     = prometheus.NewDesc("advisor_vectors_wanted", "Vectors that the documents need, whether made yet or not.", nil, nil)
	generationDesc = prometheus.NewDesc("advisor_generation_age_seconds", "Seconds since the open index was built.", nil, nil)
	storeDesc      = prometheus.NewDesc("advisor_store_up", "1 if the database answers, otherwise 0.", nil, nil)
	inboxDesc      = prometheus.NewDesc("advisor_inbox_events", "Unfinished events in the database, across all processes.", nil, nil)
	gapsDesc       = prometheus.NewDesc("advisor_gaps_open", "Questions of the last 30 days that the documents could not answer; at most 1000 are counted.", nil, nil)
)

func newStock(l *library.Library, m memory.Store) *stock {
	return &stock{library: l, memory: m, now: time.Now}
}

// Describe names the figures.
func (s *stock) Describe(to chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{documentsDesc, passagesDesc, renewalsDesc, staleDesc, leftOutDesc, vectorsDesc, wantedDesc, generationDesc, storeDesc, inboxDesc, gapsDesc} {
		to <- d
	}
}

// Collect asks for the figures.
func (s *stock) Collect(to chan<- prometheus.Metric) {
	g, done := s.library.Read()
	defer done()
	to <- gauge(documentsDesc, float64(len(g.Documents())))
	to <- gauge(passagesDesc, float64(g.Passages()))
	status, stale := s.library.Status(), 0.0
	if status.Trouble != nil {
		stale = 1
	}
	to <- gauge(staleDesc, stale)
	to <- prometheus.MustNewConstMetric(renewalsDesc, prometheus.CounterValue, float64(status.Renewed), "done")
	to <- prometheus.MustNewConstMetric(renewalsDesc, prometheus.CounterValue, float64(status.Failed), "failed")
	to <- gauge(leftOutDesc, float64(len(g.LeftOut)))
	to <- gauge(vectorsDesc, float64(status.Vectors.Done))
	to <- gauge(wantedDesc, float64(status.Vectors.Wanted))
	to <- gauge(generationDesc, s.now().Sub(g.Index.Created()).Seconds())
	for _, m := range s.ofStore() {
		to <- m
	}
}

// ofStore are the figures of the store, at most a few seconds old.
func (s *stock) ofStore() []prometheus.Metric {
	s.mu.Lock()
	defer s.mu.Unlock()
	if now := s.now(); now.Sub(s.at) >= stockStays {
		s.kept, s.at = s.askStore(now), now
	}
	return s.kept
}

func (s *stock) askStore(now time.Time) []prometheus.Metric {
	ctx, cancel := context.WithTimeout(context.Background(), askWithin)
	defer cancel()
	waiting, err := s.memory.Waiting(ctx)
	if err != nil {
		return []prometheus.Metric{gauge(storeDesc, 0)}
	}
	all := []prometheus.Metric{gauge(storeDesc, 1), gauge(inboxDesc, float64(waiting))}
	if gaps, err := s.memory.OpenGaps(ctx, now.Add(-gapsSince), mostGaps); err == nil {
		all = append(all, gauge(gapsDesc, float64(len(gaps))))
	}
	return all
}

func gauge(d *prometheus.Desc, v float64) prometheus.Metric {
	return prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v)
}
