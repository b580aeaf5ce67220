package score

import (
	"fmt"
	"io"
	"math"
	"slices"
)

// Report prints how left-out sets were answered, with the unread ones apart from the others.
type Report struct {
	to           io.Writer
	read, unread []LeftOut
}

// NewReport makes a report that prints to w.
func NewReport(w io.Writer) *Report { return &Report{to: w} }

// Add prints a set's line. Unread sets come after the others.
func (r *Report) Add(l LeftOut) {
	of := &r.read
	if l.Set.Unread {
		of = &r.unread
	}
	if len(*of) == 0 {
		if l.Set.Unread {
			r.sum("all of these", r.read)
			fmt.Fprintln(r.to, "\nUnread: nobody has looked at their wrong answers, and nothing is ever fitted on them.")
		}
		fmt.Fprintf(r.to, "%-22s%9s", "left out", "questions")
		for _, f := range figures {
			fmt.Fprintf(r.to, "  %s", f.name)
		}
		fmt.Fprintln(r.to)
	}
	*of = append(*of, l)
	r.line(l.Set.Name, l)
	if h := l.Overheard; h != (Overheard{}) {
		fmt.Fprintf(r.to, "%-22s%9d  heard: of %d said %d are right, of %d answerable %d are\n", "", h.Heard, h.Said, h.Right, h.Answerable, h.Right)
	}
}

// End prints the means of all sets, and how sure the answers were.
func (r *Report) End() {
	if len(r.unread) == 0 {
		r.sum("all of these", r.read)
	} else {
		r.sum("all unread", r.unread)
	}
	r.confidence("", r.read)
	r.confidence(" of the unread", r.unread)
}

// figure is one of the figures printed for a set.
type figure struct {
	name   string
	digits int
	of     func(LeftOut) float64
}

var figures = []figure{
	{"right %", 1, func(l LeftOut) float64 { return percent(l.Tally.Right["all"], l.Tally.Total["all"]) }},
	{"wrong when answering %", 1, func(l LeftOut) float64 {
		return percent(l.Tally.answered-l.Tally.answeredRight, l.Tally.answered)
	}},
	{"wrongly refused %", 1, func(l LeftOut) float64 { return percent(l.Tally.refused, l.Tally.answerable) }},
	{"near misses refused %", 1, func(l LeftOut) float64 {
		return percent(l.Tally.Right["kind nearmiss"], l.Tally.Total["kind nearmiss"])
	}},
	{"focus", 2, func(l LeftOut) float64 { return l.Tally.focus / float64(l.Tally.focused) }},
	{"length", 0, func(l LeftOut) float64 { return l.Tally.medianLength() }},
	{"AUC answerable", 2, func(l LeftOut) float64 {
		return AUC(l.Confidences, func(c Confidence) bool { return c.Answerable })
	}},
	{"AUC right", 2, func(l LeftOut) float64 { return AUC(l.Confidences, func(c Confidence) bool { return c.Right }) }},
	{"calibration error", 2, func(l LeftOut) float64 {
		_, err := Calibrate(l.Confidences)
		return err
	}},
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(of) }

func (r *Report) line(name string, l LeftOut) {
	fmt.Fprintf(r.to, "%-22s%9d", name, l.Tally.Total["all"])
	for _, f := range figures {
		fmt.Fprintf(r.to, "  %s", number(f, f.of(l)))
	}
	fmt.Fprintln(r.to)
}

// number is a figure to print under its name; a dash if there is nothing to compute it from.
func number(f figure, v float64) string {
	if math.IsNaN(v) {
		return fmt.Sprintf("%*s", len(f.name), "–")
	}
	return fmt.Sprintf("%*.*f", len(f.name), f.digits, v)
}

// sum prints the mean over sets, and the figures for all their questions together.
func (r *Report) sum(name string, all []LeftOut) {
	if len(all) < 2 {
		return
	}
	fmt.Fprintf(r.to, "%-22s%9s", "mean", "")
	for _, f := range figures {
		sum, n := 0., 0.
		for _, l := range all {
			if v := f.of(l); !math.IsNaN(v) {
				sum, n = sum+v, n+1
			}
		}
		fmt.Fprintf(r.to, "  %s", number(f, sum/n))
	}
	fmt.Fprintln(r.to)
	r.line(name, pooled(all))
}

// pooled is all sets as one.
func pooled(all []LeftOut) LeftOut {
	p := LeftOut{Tally: &Tally{}}
	for _, l := range all {
		p.Tally.add(l.Tally)
		p.Confidences = append(p.Confidences, l.Confidences...)
	}
	return p
}

// coverages are the shares of the questions at which the risk is printed.
var coverages = []float64{0.5, 0.6, 0.7, 0.8, 0.9, 1}

// confidence prints whether the confidence means what it says, and how much is wrong if only the
// surest are answered.
func (r *Report) confidence(of string, all []LeftOut) {
	p := pooled(all).Confidences
	if len(p) == 0 {
		return
	}
	tenths, _ := Calibrate(p)
	fmt.Fprintf(r.to, "\nConfidence%s: how many would be answered at each confidence, and how many of them are right\n", of)
	for i, t := range tenths {
		if t.Count > 0 {
			fmt.Fprintf(r.to, "%.1f–%.1f %6d  said %5.1f %%  right %5.1f %%\n", float64(i)/10, float64(i+1)/10, t.Count, 100*t.Sure, 100*t.Right)
		}
	}
	fmt.Fprintf(r.to, "\nWrong%s, in %%, if only the surest share is answered\n%-22s", of, "")
	for _, c := range coverages {
		fmt.Fprintf(r.to, "%7.0f %%", 100*c)
	}
	fmt.Fprintln(r.to)
	for _, l := range append(slices.Clip(all), LeftOut{Set: Set{Name: "together"}, Confidences: p}) {
		if len(l.Confidences) == 0 {
			continue
		}
		fmt.Fprintf(r.to, "%-22s", l.Set.Name)
		for _, c := range coverages {
			fmt.Fprintf(r.to, "%9.1f", 100*Risk(l.Confidences, c))
		}
		fmt.Fprintln(r.to)
	}
}
