//! A register with a mail server, whose clock is moved.

use kataster::app::handlers;
use kataster::clock::Instant;
use kataster::jobs::Runner;
use kataster::privacy::Retention;

use crate::support::{MailServer, TestApp};

/// A register with a mail server, watched from its beginning.
pub struct Watched {
    pub app: TestApp,
    pub server: MailServer,
    pub start: Instant,
}

impl Watched {
    pub async fn new() -> Self {
        let app = TestApp::new().await;
        Self {
            server: MailServer::new(),
            start: app.state.db.clock().now(),
            app,
        }
    }

    /// Runs what is due on each of these days; how many letters with these words there are then.
    pub async fn letters(&self, words: &str, days: &[i64]) -> Vec<usize> {
        let mut told = Vec::new();
        for day in days {
            self.run_on(*day).await;
            let taken = self.server.taken().into_iter();
            told.push(taken.filter(|letter| letter.contains(words)).count());
        }
        told
    }

    /// Sets the clock to a day after the beginning, and does what is due.
    pub async fn run_on(&self, day: i64) {
        self.app.clock.set(self.start.plus_days(day));
        self.run().await;
    }

    /// Does what is due now.
    pub async fn run(&self) {
        let ring = self.app.state.keyring.clone();
        let handlers = handlers(ring, Retention::default(), &self.server.post());
        let runner = Runner::new(self.app.state.db.clone(), handlers);
        while runner.run_one().await.unwrap() {}
    }
}
