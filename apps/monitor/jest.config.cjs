module.exports = require('../../jest.node.cjs')(__dirname, 'monitor', { postgres: true });
