//! Hands the current snapshot to whoever asks, and lets readers wait for their own writes.

use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwapOption;
use tokio::sync::watch;

use super::Snapshot;

/// How long a reader waits for a generation.
const PATIENCE: Duration = Duration::from_secs(2);

/// The place of the current snapshot.
#[derive(Clone, Debug)]
pub struct Publisher {
    current: Arc<ArcSwapOption<Snapshot>>,
    generation: Arc<watch::Sender<i64>>,
}

/// A snapshot, and whether it is as new as was asked for.
#[derive(Clone, Debug)]
pub struct Waited {
    /// The snapshot.
    pub snapshot: Arc<Snapshot>,
    /// The generation asked for did not come in time.
    pub is_behind: bool,
}

impl Default for Publisher {
    fn default() -> Self {
        Self {
            current: Arc::default(),
            generation: Arc::new(watch::Sender::new(-1)),
        }
    }
}

impl Publisher {
    /// Makes a snapshot the current one.
    pub fn publish(&self, snapshot: Snapshot) {
        let generation = snapshot.generation;
        self.current.store(Some(Arc::new(snapshot)));
        self.generation.send_replace(generation);
    }

    /// The current snapshot; none until the index is ready.
    pub fn current(&self) -> Option<Arc<Snapshot>> {
        self.current.load_full()
    }

    /// The current snapshot once it includes a generation, or after two seconds as it is.
    pub async fn wait_for(&self, generation: Option<i64>) -> Option<Waited> {
        let wanted = generation.unwrap_or(-1);
        let mut seen = self.generation.subscribe();
        let came =
            tokio::time::timeout(PATIENCE, seen.wait_for(|current| *current >= wanted)).await;
        let is_behind = !matches!(came, Ok(Ok(_)));
        self.current().map(|snapshot| Waited {
            snapshot,
            is_behind,
        })
    }
}
