//! What the command says: for people, or as one JSON object.

use serde_json::json;

use crate::reference::{Gone, Plan, Unsettled};

/// What became of a file, or would.
pub(super) struct Answer {
    pub(super) outcome: &'static str,
    /// What the file changes; none when it has nothing new.
    pub(super) plan: Option<Plan>,
    /// Places that are gone for which a table has no successor that fits; none when no table was tried.
    pub(super) unsettled: Option<Vec<Unsettled>>,
}

/// Lines for people begin with `#`, so that what a dry run prints is the table to complete.
#[expect(clippy::print_stdout, reason = "the command's answer")]
pub(super) fn say(is_json: bool, answer: &Answer) {
    if is_json {
        println!("{}", as_json(answer));
        return;
    }
    let Some(plan) = &answer.plan else {
        println!("# {}", answer.outcome);
        return;
    };
    for new in &plan.new {
        println!("# new: {} {}", new.ags, new.name);
    }
    for renamed in &plan.renamed {
        println!(
            "# renamed: {} {} -> {}",
            renamed.ags, renamed.from, renamed.to
        );
    }
    if !plan.gone.is_empty() {
        println!("ags;successor;name;successor_name;presumed_by");
    }
    for gone in &plan.gone {
        println!("{}", row(gone));
    }
    println!(
        "# {}: {} -> {}, {} new, {} renamed, {} gone (of them {} under another key), {} with another number of inhabitants",
        answer.outcome,
        plan.installed,
        plan.state,
        plan.new.len(),
        plan.renamed.len(),
        plan.gone.len(),
        plan.moved(),
        plan.repopulated,
    );
    if let Some(unsettled) = &answer.unsettled {
        println!("{}", verdict(unsettled));
    }
}

/// A line of the table of successors: what was chosen, else what is presumed.
fn row(gone: &Gone) -> String {
    let Gone {
        ags,
        name,
        level: _,
        proposal,
        chosen,
    } = gone;
    match (chosen, proposal) {
        (Some(chosen), _) => format!("{ags};{};{name};{};", chosen.ags, chosen.name),
        (None, Some(found)) => format!(
            "{ags};{};{name};{};{}",
            found.ags,
            found.name,
            <&str>::from(found.reason)
        ),
        (None, None) => format!("{ags};;{name};;"),
    }
}

/// Whether a file would be taken over with the table that was tried.
fn verdict(unsettled: &[Unsettled]) -> String {
    if unsettled.is_empty() {
        return "# with this table the file would be taken over".to_owned();
    }
    let mut lines: Vec<String> = unsettled
        .iter()
        .map(|place| format!("# {}: {}", place.ags, place.problem))
        .collect();
    lines.push(format!(
        "# with this table nothing would be changed: {} places that are gone have no successor in it that fits",
        unsettled.len()
    ));
    lines.join("\n")
}

fn as_json(answer: &Answer) -> serde_json::Value {
    let Some(plan) = &answer.plan else {
        return json!({ "outcome": answer.outcome });
    };
    let new = plan
        .new
        .iter()
        .map(|new| json!({ "ags": new.ags, "name": new.name }));
    let renamed = plan
        .renamed
        .iter()
        .map(|renamed| json!({ "ags": renamed.ags, "from": renamed.from, "to": renamed.to }));
    let gone = plan.gone.iter().map(|gone| {
        let proposal = gone.proposal.as_ref();
        json!({
            "ags": gone.ags,
            "name": gone.name,
            "level": gone.level,
            "chosen": gone.chosen.as_ref().map(|chosen| chosen.ags),
            "proposed": proposal.map(|proposal| proposal.ags),
            "presumed_by": proposal.map(|proposal| <&str>::from(proposal.reason)),
        })
    });
    let unsettled = answer.unsettled.as_ref().map(|unsettled| {
        let places = unsettled.iter();
        let places =
            places.map(|place| json!({ "ags": place.ags, "problem": place.problem.to_string() }));
        places.collect::<Vec<_>>()
    });
    json!({
        "outcome": answer.outcome,
        "before": plan.installed,
        "territorial_state": plan.state,
        "new": new.collect::<Vec<_>>(),
        "renamed": renamed.collect::<Vec<_>>(),
        "gone": gone.collect::<Vec<_>>(),
        "moved": plan.moved(),
        "regrouped": plan.regrouped,
        "redesignated": plan.redesignated,
        "population_changed": plan.repopulated,
        "unsettled": unsettled,
    })
}
