//! What people are good at: skills cluster by profession.

/// A profession with what usually comes with it. Ids are those of the vocabulary.
#[derive(Debug)]
pub(super) struct Archetype {
    /// How common it is.
    pub(super) weight: u64,
    /// Roles, the main one first.
    pub(super) roles: &'static [&'static str],
    /// Domains, the main one first.
    pub(super) domains: &'static [&'static str],
    /// Products.
    pub(super) products: &'static [&'static str],
    /// Certificates that fit.
    pub(super) certifications: &'static [&'static str],
    /// How many procedures come with it.
    pub(super) procedures: usize,
}

const fn archetype(
    weight: u64,
    roles: &'static [&'static str],
    domains: &'static [&'static str],
) -> Archetype {
    Archetype {
        weight,
        roles,
        domains,
        products: &[],
        certifications: &[],
        procedures: 0,
    }
}

impl Archetype {
    const fn products(mut self, products: &'static [&'static str]) -> Self {
        self.products = products;
        self
    }

    const fn certified(mut self, certifications: &'static [&'static str]) -> Self {
        self.certifications = certifications;
        self
    }

    const fn procedures(mut self, procedures: usize) -> Self {
        self.procedures = procedures;
        self
    }
}

/// All professions of the demo.
pub(super) const ARCHETYPES: &[Archetype] = &[
    archetype(
        6,
        &["incident-lead", "cyber-incident-responder"],
        &[
            "incident-handling",
            "ransomware",
            "containment",
            "eradication",
        ],
    )
    .certified(&[
        "bsi-vorfall-experte",
        "gcih",
        "iso27035-lead-incident-manager",
    ]),
    archetype(
        6,
        &["cyber-incident-responder"],
        &[
            "incident-handling",
            "containment",
            "ransomware",
            "endpoint-triage",
            "siem",
        ],
    )
    .products(&["defender-endpoint", "wazuh", "velociraptor"])
    .certified(&["bsi-vorfall-praktiker", "gcih", "btl1"]),
    archetype(
        5,
        &["digital-forensics-investigator"],
        &[
            "forensics",
            "log-forensics",
            "memory-forensics",
            "disk-forensics",
            "root-cause-analysis",
            "malware-analysis",
        ],
    )
    .products(&[
        "velociraptor",
        "volatility",
        "x-ways",
        "autopsy",
        "wireshark",
        "thor-nextron",
    ])
    .certified(&["gcfa", "gcfe", "grem", "chfi"]),
    archetype(
        9,
        &["identity-administrator", "system-administrator"],
        &[
            "active-directory",
            "ad-recovery",
            "entra-id",
            "privileged-access",
            "identity",
            "windows-server",
        ],
    )
    .products(&["pingcastle", "ad-cs", "adfs", "keepass"])
    .certified(&["ms-sc-300", "mcse", "gcwn"]),
    archetype(
        10,
        &["network-administrator"],
        &[
            "network",
            "firewall",
            "network-isolation",
            "segmentation",
            "vpn-remote-access",
            "switching-routing",
        ],
    )
    .products(&[
        "fortinet-fortigate",
        "sophos-firewall",
        "opnsense",
        "cisco-switching",
        "aruba",
        "lancom",
    ])
    .certified(&[
        "ccna",
        "fortinet-nse4",
        "ccnp-security",
        "comptia-networkplus",
    ]),
    archetype(
        8,
        &["backup-administrator", "system-administrator"],
        &[
            "backup-restore",
            "backup-integrity",
            "immutable-backup",
            "tape-backup",
            "bare-metal-recovery",
            "storage",
        ],
    )
    .products(&[
        "veeam",
        "commvault",
        "sep-sesam",
        "netapp-ontap",
        "dell-data-domain",
    ])
    .certified(&["veeam-vmce", "netapp-ncda"]),
    archetype(
        7,
        &["virtualisation-administrator"],
        &["virtualisation", "hypervisor-recovery", "storage", "server"],
    )
    .products(&[
        "vmware-vsphere",
        "proxmox-ve",
        "hyper-v",
        "nutanix",
        "citrix-virtual-apps",
    ])
    .certified(&["vmware-vcp-dcv", "nutanix-ncp-mci"]),
    archetype(
        9,
        &["client-rollout", "service-desk"],
        &[
            "endpoint",
            "client-imaging",
            "mass-client-rollout",
            "software-distribution",
            "printing",
        ],
    )
    .products(&["baramundi", "matrix42", "opsi", "windows-client", "intune"])
    .certified(&["ms-md-102", "comptia-aplus"]),
    archetype(
        18,
        &["procedure-specialist", "restart-coordinator"],
        &["procedure-restart", "interfaces", "release-testing"],
    )
    .procedures(3),
    archetype(
        7,
        &["procedure-clerk"],
        &["emergency-operation", "paper-operation", "backlog-entry"],
    )
    .procedures(2),
    archetype(
        5,
        &["crisis-communicator"],
        &[
            "crisis-communication",
            "citizen-information",
            "internal-communication",
        ],
    ),
    archetype(
        6,
        &["crisis-staff", "situation-officer", "liaison-officer"],
        &[
            "staff-work",
            "situation-picture",
            "operations-log",
            "crisis-management",
            "authority-liaison",
        ],
    ),
    archetype(
        5,
        &[
            "data-protection-officer",
            "cyber-legal-policy-compliance-officer",
        ],
        &[
            "data-protection",
            "breach-notification",
            "affected-persons",
            "processor-contracts",
            "criminal-complaint",
        ],
    )
    .certified(&["tuev-dsb", "gddcert-eu", "cipp-e"]),
    archetype(
        6,
        &["ciso", "cybersecurity-risk-manager", "bcm-manager"],
        &[
            "security-governance",
            "it-grundschutz",
            "bcm",
            "risk-analysis",
            "nis2-kritis",
            "emergency-handbook",
        ],
    )
    .products(&["hiscout", "verinice"])
    .certified(&["bsi-grundschutz-praktiker", "cism", "bakoev-isb", "cissp"]),
    archetype(
        5,
        &["cloud-administrator", "mail-administrator"],
        &[
            "microsoft-365",
            "entra-id",
            "cloud",
            "email",
            "exchange",
            "mail-gateway",
        ],
    )
    .products(&["ms-teams", "intune", "nospamproxy", "hornetsecurity"])
    .certified(&["ms-ms-102", "ms-az-104"]),
    archetype(
        4,
        &["telephony", "network-administrator"],
        &["telephony", "voip", "emergency-telephony", "network"],
    )
    .products(&["innovaphone", "cisco-cucm", "unify-openscape", "starface"])
    .certified(&["ccnp-collaboration"]),
    archetype(
        5,
        &["database-administrator"],
        &[
            "databases",
            "mssql",
            "oracle-db",
            "open-source-db",
            "data-migration",
        ],
    )
    .products(&["postgresql", "mariadb", "adabas"])
    .certified(&["ms-dp-300", "oracle-ocp-dba"]),
    archetype(
        6,
        &["system-administrator", "cybersecurity-implementer"],
        &[
            "server",
            "linux",
            "system-hardening",
            "patch-management",
            "automation-scripting",
            "monitoring",
        ],
    )
    .products(&["debian-ubuntu", "rhel", "checkmk", "ansible", "samba"])
    .certified(&["lpic-2", "rhcsa"]),
    archetype(
        5,
        &[
            "cyber-threat-intelligence-specialist",
            "cyber-incident-responder",
        ],
        &[
            "detection",
            "siem",
            "soc",
            "threat-hunting",
            "threat-intelligence",
            "ioc",
        ],
    )
    .products(&["splunk", "elastic-siem", "wazuh", "misp"])
    .certified(&["gmon", "ms-sc-200", "splunk-enterprise-admin"]),
    archetype(
        3,
        &["penetration-tester", "cybersecurity-auditor"],
        &[
            "vulnerability-management",
            "penetration-testing",
            "ad-assessment",
            "web-app-testing",
            "leak-analysis",
        ],
    )
    .products(&["burp-suite", "nessus", "bloodhound", "greenbone"])
    .certified(&["oscp", "gpen", "bsi-is-penetrationstester"]),
    archetype(
        4,
        &["cybersecurity-architect", "project-manager"],
        &[
            "clean-rebuild",
            "secure-reinstall",
            "restart-planning",
            "it-project-management",
            "segmentation",
        ],
    )
    .certified(&["prince2-practitioner", "ipma-level-d"]),
    archetype(
        3,
        &["web-administrator", "integration-developer"],
        &["web", "ozg-portals", "web-hosting", "interfaces", "cms"],
    )
    .products(&["apache-nginx", "wordpress", "tomcat"]),
    archetype(
        2,
        &["procurement-officer", "logistics"],
        &[
            "legal-procurement",
            "procurement",
            "replacement-hardware",
            "cost-documentation",
        ],
    ),
    archetype(
        3,
        &["cybersecurity-educator"],
        &["security-awareness", "phishing-response", "crisis-exercise"],
    )
    .certified(&["isc2-cc"]),
    archetype(2, &["ot-engineer"], &["ot", "scada", "water", "wastewater"])
        .products(&["siemens-simatic", "rhebo"])
        .certified(&["gicsp"]),
];
