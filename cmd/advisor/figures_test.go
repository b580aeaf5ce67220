package main

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus"
	"go.yaml.in/yaml/v3"

	"careeradvisor/bot"
)

// roll notes what gets registered, without collecting it.
type roll struct {
	labels map[string][]string // of each figure
}

var described = regexp.MustCompile(`fqName: "(\w+)".*variableLabels: \{([\w,]*)\}`)

func (r roll) Register(c prometheus.Collector) error {
	all := make(chan *prometheus.Desc, 1000)
	c.Describe(all)
	close(all)
	for d := range all {
		m := described.FindStringSubmatch(d.String())
		if m == nil {
			return fmt.Errorf("cannot read %s", d)
		}
		r.labels[m[1]] = strings.FieldsFunc(m[2], func(c rune) bool { return c == ',' })
	}
	return nil
}

func (r roll) MustRegister(all ...prometheus.Collector) {
	for _, c := range all {
		if err := r.Register(c); err != nil {
			panic(err)
		}
	}
}

func (r roll) Unregister(prometheus.Collector) bool { return false }

// allFigures are the names of all figures that serve shows, with their labels.
func allFigures(t *testing.T) roll {
	t.Helper()
	r := roll{labels: map[string][]string{"up": nil}}
	_, err := bot.New(bot.Config{}, bot.Parts{
		Answerer: shelf{}, Library: shelf{}, Memory: deadMemory{}, Log: slog.New(slog.DiscardHandler), Metrics: r,
	})
	if err != nil {
		t.Fatal(err)
	}
	r.MustRegister(newStock(nil, nil))
	families, err := newFigures().Gather()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range families {
		r.labels[f.GetName()] = nil
		for _, l := range f.Metric[0].Label {
			r.labels[f.GetName()] = append(r.labels[f.GetName()], l.GetName())
		}
	}
	return r
}

var (
	figureName = regexp.MustCompile(`\b(?:advisor|go|process)_\w+|\bup\b`)
	selector   = regexp.MustCompile(`(\w+)\{([^}]*)\}`)
	labelName  = regexp.MustCompile(`(\w+)\s*(?:=~|!~|!=|=)`)
	grouping   = regexp.MustCompile(`\bby \(([^)]*)\)`)
)

// check makes sure that an expression uses only figures and labels that exist.
func (r roll) check(t *testing.T, where, expr string) {
	t.Helper()
	names := figureName.FindAllString(expr, -1)
	if len(names) == 0 {
		t.Errorf("%s asks for no figure: %s", where, expr)
	}
	usable := []string{"job", "instance", "le"} // given by Prometheus, and by histograms
	for _, n := range names {
		base := n
		if _, ok := r.labels[n]; !ok {
			base = regexp.MustCompile(`_(bucket|sum|count)$`).ReplaceAllString(n, "")
		}
		labels, ok := r.labels[base]
		if !ok {
			t.Errorf("%s asks for %s, which nothing registers", where, n)
		}
		usable = append(usable, labels...)
	}
	used := []string{}
	for _, s := range selector.FindAllStringSubmatch(expr, -1) {
		for _, l := range labelName.FindAllStringSubmatch(s[2], -1) {
			used = append(used, l[1])
		}
	}
	for _, g := range grouping.FindAllStringSubmatch(expr, -1) {
		used = append(used, strings.Split(g[1], ", ")...)
	}
	for _, l := range used {
		if !slices.Contains(usable, l) {
			t.Errorf("%s selects by %q, which is no label of %v", where, l, names)
		}
	}
}

func TestFiguresHaveConventionalNames(t *testing.T) {
	for name := range allFigures(t).labels {
		if !strings.HasPrefix(name, "advisor_") {
			continue
		}
		if !regexp.MustCompile(`^advisor_[a-z]+(_[a-z]+)*$`).MatchString(name) || strings.Contains(name, "millis") || strings.Contains(name, "_ms") {
			t.Errorf("%s: want lower case and base units", name)
		}
	}
}

// alertRules are Prometheus's rules, as far as ours use them.
type alertRules struct {
	Groups []struct {
		Name  string
		Rules []struct {
			Alert       string
			Expr        string
			For         string
			Labels      map[string]string
			Annotations map[string]string
		}
	}
}

func TestAlertsAskForFiguresThatExist(t *testing.T) {
	figures := allFigures(t)
	var rules alertRules
	readYAML(t, "deploy/prometheus/alerts.yaml", &rules)
	operations, err := os.ReadFile(repository + "/docs/operations.md")
	if err != nil {
		t.Fatal(err)
	}
	tests, err := os.ReadFile(repository + "/deploy/prometheus/alerts_test.yaml")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, g := range rules.Groups {
		for _, r := range g.Rules {
			n++
			figures.check(t, r.Alert, r.Expr)
			if !slices.Contains([]string{"critical", "warning", "info"}, r.Labels["severity"]) || r.Annotations["summary"] == "" {
				t.Errorf("%s has no severity or no summary", r.Alert)
			}
			if r.Annotations["runbook"] != "docs/operations.md#"+strings.ToLower(r.Alert) || !strings.Contains(string(operations), "\n### "+r.Alert+"\n") {
				t.Errorf("docs/operations.md does not say what to do about %s", r.Alert)
			}
			if strings.Count(string(tests), "alertname: "+r.Alert+"\n")+strings.Count(string(tests), "alertname: "+r.Alert+",") < 2 {
				t.Errorf("no test lets %s fire and stay quiet", r.Alert)
			}
		}
	}
	if n < 10 {
		t.Errorf("only %d alerts were read", n)
	}
}

// dashboard is Grafana's model, as far as the tests read it.
type dashboard struct {
	UID    string
	Panels []struct {
		Title   string
		Type    string
		Targets []struct{ Expr string }
	}
	Templating struct {
		List []struct{ Name, Query string }
	}
}

func readDashboard(t *testing.T) dashboard {
	t.Helper()
	text, err := os.ReadFile(repository + "/deploy/grafana/career-advisor.json")
	if err != nil {
		t.Fatal(err)
	}
	var d dashboard
	if err := json.Unmarshal(text, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDashboardAsksForFiguresThatExist(t *testing.T) {
	figures := allFigures(t)
	d := readDashboard(t)
	shown := map[string]bool{}
	for _, p := range d.Panels {
		if p.Type == "row" {
			continue
		}
		if len(p.Targets) == 0 {
			t.Errorf("%s shows nothing", p.Title)
		}
		for _, target := range p.Targets {
			figures.check(t, "the panel "+p.Title, target.Expr)
			for _, n := range figureName.FindAllString(target.Expr, -1) {
				shown[strings.TrimSuffix(n, "_bucket")] = true
			}
		}
	}
	for name := range figures.labels {
		if strings.HasPrefix(name, "advisor_") && !shown[name] {
			t.Errorf("no panel shows %s", name)
		}
	}
}

func TestOperationsSayWhatEachFigureMeans(t *testing.T) {
	text, err := os.ReadFile(repository + "/docs/operations.md")
	if err != nil {
		t.Fatal(err)
	}
	for name := range allFigures(t).labels {
		if strings.HasPrefix(name, "advisor_") && !strings.Contains(string(text), "`"+name) {
			t.Errorf("docs/operations.md does not explain %s", name)
		}
	}
}

// TestPromtoolAgrees has Prometheus's own tool read the rules, run their tests, and
// parse the dashboard's queries.
func TestPromtoolAgrees(t *testing.T) {
	tool, err := exec.LookPath("promtool")
	if err != nil {
		t.Skip("SKIPPED: promtool is not here (Debian's package prometheus has it), so that alerts are not tried")
	}
	run := func(args ...string) {
		t.Helper()
		if out, err := exec.CommandContext(t.Context(), tool, args...).CombinedOutput(); err != nil {
			t.Errorf("promtool %q: %v\n%s", args, err, out)
		}
	}
	run("check", "rules", repository+"/deploy/prometheus/alerts.yaml")
	run("test", "rules", repository+"/deploy/prometheus/alerts_test.yaml")
	name := filepath.Join(t.TempDir(), "queries.yaml")
	text, err := yaml.Marshal(map[string]any{"groups": []any{map[string]any{"name": "dashboard", "rules": queries(readDashboard(t))}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, text, 0o600); err != nil {
		t.Fatal(err)
	}
	run("check", "rules", name)
}

// queries are the dashboard's, as recording rules.
func queries(d dashboard) (rules []any) {
	for _, p := range d.Panels {
		for _, target := range p.Targets {
			expr := strings.NewReplacer("$__rate_interval", "5m", "$job", "career-advisor").Replace(target.Expr)
			rules = append(rules, map[string]string{"record": fmt.Sprintf("query:number:%d", len(rules)), "expr": expr})
		}
	}
	return rules
}
