//! What was heard from the service, what was acknowledged, and whether all of it is true in the end.

use std::collections::{HashMap, HashSet};
use std::{fmt, fs, io};

use serde_json::{Value, json};

use super::ground::{Ground, Person};
use crate::help::scene::token;
use crate::support::Server;

/// Requests that are filled, one after the other.
const REQUESTS: usize = 3;
/// So many say no to a request before the first yes.
const REFUSALS: usize = 5;

/// What was heard and acknowledged.
#[derive(Default)]
pub struct Book {
    requests: Vec<String>,
    /// Links by whom they went to, as often as they went.
    links: HashMap<String, (usize, usize)>,
    /// Answers by link: those taken, and those nobody waits for any more.
    answers: HashMap<String, Option<&'static str>>,
    /// How the sides decided, by deployment.
    released: HashMap<String, &'static str>,
    accepted: HashSet<String>,
    /// Nos to the request that runs.
    refusals: usize,
}

impl fmt::Display for Book {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let answers = self.answers.values().flatten().count();
        let sent: usize = self.links.values().map(|(_, sent)| sent).sum();
        write!(
            f,
            "{answers} answers, {} releases and {} commitments acknowledged, {} links in {sent} messages",
            self.released.len(),
            self.accepted.len(),
            self.links.len(),
        )
    }
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}

fn all(shown: &[Value], name: &str) -> Vec<Value> {
    let lists = shown.iter().map(|one| one[name].as_array().unwrap());
    lists.flatten().cloned().collect()
}

impl Person {
    fn is(&self, to: &str) -> bool {
        let digits: String = self.phone.chars().filter(char::is_ascii_digit).collect();
        to == self.email || to.ends_with(&digits[1..])
    }
}

impl Ground {
    /// What lies in the folder of messages: to whom, and their link; none in the news that it is over.
    fn dropped(&self) -> Vec<(usize, Option<String>)> {
        let Ok(files) = fs::read_dir(self.site.folder.join("drop")) else {
            return Vec::new();
        };
        let paths = files.map(|file| file.unwrap().path());
        let whole =
            paths.filter(|path| !path.file_name().unwrap().to_string_lossy().starts_with('.'));
        let read = |path| -> Option<(usize, Option<String>)> {
            let message: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
            let to = text(&message, "to");
            let who = self.people.iter().position(|person| person.is(&to))?;
            let link = token(&text(&message, "link"), "/a/");
            let is_end = text(&message, "subject").contains("gedeckt");
            (link.is_some() || is_end).then_some((who, link))
        };
        whole.filter_map(read).collect()
    }

    /// One round of answers and decisions; whether all requests are filled.
    ///
    /// # Errors
    /// The server is gone.
    pub fn work(&self, server: &Server, book: &mut Book) -> io::Result<bool> {
        let running: Vec<Value> = match book.requests.last() {
            Some(request) => vec![self.show(server, request)?],
            None => Vec::new(),
        };
        let is_filled = running.iter().all(|shown| shown["state"] == "filled");
        if is_filled && book.requests.len() == REQUESTS {
            return Ok(true);
        }
        if is_filled {
            let request = self.begin(server, book.requests.len())?;
            book.requests.push(request);
            book.refusals = 0;
        }
        self.answer(server, book)?;
        for deployment in all(&running, "deployments") {
            self.decide(server, book, &deployment)?;
        }
        Ok(false)
    }

    /// Whoever was asked answers: some say no first.
    fn answer(&self, server: &Server, book: &mut Book) -> io::Result<()> {
        let mut links: Vec<_> = self
            .dropped()
            .into_iter()
            .filter_map(|(_, link)| link)
            .collect();
        links.retain(|link| !book.answers.contains_key(link));
        links.sort_unstable();
        links.dedup();
        // One a round, so that a kill finds others waiting.
        let Some(link) = links.into_iter().next() else {
            return Ok(());
        };
        let word = if book.refusals < REFUSALS {
            "no"
        } else {
            "remote"
        };
        let body = json!({"answer": word, "rested": true});
        let path = format!("/api/v1/answers/{link}");
        let said = server.client("").post(&path, None, &body)?;
        let is_taken = said.status == 200;
        assert!(
            is_taken || [409, 410].contains(&said.status),
            "{}",
            said.text
        );
        book.refusals += usize::from(is_taken && word == "no");
        book.answers.insert(link, is_taken.then_some(word));
        Ok(())
    }

    /// The employer refuses the first of all, and releases the others; the town accepts.
    fn decide(&self, server: &Server, book: &mut Book, deployment: &Value) -> io::Result<()> {
        let id = text(deployment, "id");
        let refuses = book.released.is_empty();
        let (who, what, decision) = match text(deployment, "state").as_str() {
            "agreed" if refuses => (&self.manager, "release", "refuse"),
            "agreed" => (&self.manager, "release", "release"),
            "released" => (&self.coordinator, "acceptance", "accept"),
            _ => return Ok(()),
        };
        let path = format!("/api/v1/deployments/{id}/{what}");
        let said = server
            .client(who)
            .post(&path, None, &json!({ "decision": decision }))?;
        assert!([200, 409].contains(&said.status), "{}", said.text);
        if said.status == 200 && what == "release" {
            book.released.insert(id, decision);
        } else if said.status == 200 {
            book.accepted.insert(id);
        }
        Ok(())
    }

    /// Everything acknowledged stands, and nothing is there twice.
    pub fn check(&self, server: &Server, book: &mut Book) {
        assert_eq!(book.requests.len(), REQUESTS);
        let shown = book
            .requests
            .iter()
            .map(|id| self.show(server, id).unwrap());
        let shown: Vec<Value> = shown.collect();
        for request in &shown {
            assert_eq!(request["state"], "filled", "{request}");
        }
        self.check_alerts(&all(&shown, "alerts"));
        check_deployments(book, &all(&shown, "deployments"));
        self.check_messages(server, book, &all(&shown, "alerts"));
    }

    fn check_alerts(&self, alerts: &[Value]) {
        let mut asked = HashSet::new();
        for alert in alerts {
            let once = asked.insert((text(alert, "need_id"), text(alert, "expert_id")));
            assert!(once, "asked twice: {alert}");
            let over = ["answered", "stood_down"].contains(&text(alert, "state").as_str());
            assert!(over, "left waiting: {alert}");
        }
        assert!(asked.len() > self.people.len(), "{}", asked.len());
    }

    /// One alert has one link, however often it was sent; answers stand; and who is needed no more was told.
    fn check_messages(&self, server: &Server, book: &mut Book, alerts: &[Value]) {
        let mut ends = vec![0; self.people.len()];
        for (who, link) in self.dropped() {
            match link {
                Some(link) => book.links.entry(link).or_insert((who, 0)).1 += 1,
                None => ends[who] += 1,
            }
        }
        let mut stood_down = vec![0; self.people.len()];
        for (link, (who, _)) in &book.links {
            let path = format!("/api/v1/answers/{link}");
            let shown = server.client("").get(&path).unwrap();
            assert_eq!(shown.status, 200, "{}", shown.text);
            let shown = shown.json();
            assert_ne!(shown["state"], "open", "{shown}");
            stood_down[*who] += usize::from(shown["state"] == "stood_down");
            if let Some(Some(word)) = book.answers.get(link) {
                assert_eq!(shown["answer"], *word, "an acknowledged answer is lost");
            }
        }
        for (who, person) in self.people.iter().enumerate() {
            let links = book.links.values().filter(|(to, _)| *to == who).count();
            let own = alerts
                .iter()
                .filter(|alert| text(alert, "expert_id") == person.id);
            let noted = own
                .clone()
                .filter(|alert| !alert["channel"].is_null())
                .count();
            assert!(
                (noted..=own.count()).contains(&links),
                "{links} links, {noted} noted"
            );
            assert!(ends[who] >= stood_down[who], "not told of the end");
            assert_eq!(ends[who] == 0, stood_down[who] == 0, "told of no end");
        }
    }
}

fn check_deployments(book: &Book, deployments: &[Value]) {
    let (mut live, mut booked) = (HashSet::new(), HashSet::new());
    for one in deployments {
        let (id, state) = (text(one, "id"), text(one, "state"));
        let is_live = ["agreed", "released", "accepted"].contains(&state.as_str());
        let once = !is_live || live.insert(text(one, "alert_id"));
        assert!(once, "one yes, two deployments: {one}");
        // All begin within the minute this takes.
        let once = state != "accepted" || booked.insert(text(one, "expert_id"));
        assert!(once, "booked twice: {one}");
        match book.released.get(&id) {
            Some(&"refuse") => assert_eq!(state, "refused", "{one}"),
            Some(_) => assert!(!one["released_at"].is_null(), "{one}"),
            None => {}
        }
        assert!(!book.accepted.contains(&id) || state == "accepted", "{one}");
    }
    assert_eq!(booked.len(), 2 * REQUESTS);
    let is_lost = |id: &&String| !deployments.iter().any(|one| text(one, "id") == **id);
    assert_eq!(
        book.accepted.iter().find(is_lost),
        None,
        "a commitment is lost"
    );
}
